-- How far a connection was read, what it waits for, and the fates of a long read that is under way: rows that are written in the transaction of what was read. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- ---------------------------------------------------------------- connections

ALTER TABLE connections ADD COLUMN IF NOT EXISTS cursors jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN connections.cursors IS
    'By model, or model::variant, how far its records were read: {"highWater": the newest change that was dealt with, "resume": Nango''s cursor while a long read is under way, "lookedTo": up to where changes that no webhook announced were looked for}.';
ALTER TABLE connections ADD COLUMN IF NOT EXISTS clocked_to timestamptz;
COMMENT ON COLUMN connections.clocked_to IS 'Up to when the clock was read for meetings that begin or end; null while no automation waits for them.';
-- Every account's clock is read once; where nothing begins or ends, nothing is due afterwards.
ALTER TABLE connections ADD COLUMN IF NOT EXISTS clock_at timestamptz DEFAULT now();
ALTER TABLE connections ALTER COLUMN clock_at SET DEFAULT clock_timestamp();
COMMENT ON COLUMN connections.clock_at IS 'When the clock is to be read next: when a meeting''s time comes, or at once after a meeting or an automation was made or changed. Null: nothing waits for it.';
ALTER TABLE connections ADD COLUMN IF NOT EXISTS sync_asked_at timestamptz;
COMMENT ON COLUMN connections.sync_asked_at IS 'When Nango was last asked to sync the account.';
ALTER TABLE connections ADD COLUMN IF NOT EXISTS sync_at timestamptz;
COMMENT ON COLUMN connections.sync_at IS 'When it is to be asked next; null unless the account has said that something changed shortly after it was asked.';
ALTER TABLE connections ADD COLUMN IF NOT EXISTS refusals smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN connections.refusals IS 'How often a run was refused for want of a valid authorisation since the account was last connected.';

CREATE INDEX IF NOT EXISTS connections_due ON connections (least(clock_at, sync_at)) WHERE least(clock_at, sync_at) IS NOT NULL;

-- ---------------------------------------------------------------- events

-- The fates of one page of records while its event is not done; then they are in events.fates. Pages are added, so that a read of a thousand pages writes each fate twice and not a thousand times.
CREATE TABLE IF NOT EXISTS event_fates (
    event_id uuid    NOT NULL,
    page     integer NOT NULL,
    user_id  text,
    fates    json    NOT NULL,
    PRIMARY KEY (event_id, page)
);

-- ---------------------------------------------------------------- what Orleans kept

-- Cursors were grain state before this script; they carry over once. A silo of the version before that still runs keeps its own;
-- what it read is read again, and dropped as seen.
DO $$
BEGIN
    IF to_regclass('orleansstorage') IS NOT NULL THEN
        UPDATE connections c
        SET cursors = (SELECT coalesce(jsonb_object_agg(m.key, jsonb_build_object('highWater', m.value -> 'HighWater', 'resume', m.value -> 'Resume')), '{}')
                       FROM jsonb_each(coalesce(k.state -> 'Models', '{}')) m),
            clocked_to = (k.state ->> 'ClockedTo')::timestamptz
        FROM (SELECT replace(grainidextension, 'con_', '')::uuid AS id, convert_from(payloadbinary, 'UTF8')::jsonb AS state
              FROM orleansstorage WHERE graintypestring = 'connection-cursors' AND payloadbinary IS NOT NULL) k
        WHERE c.id = k.id AND c.cursors = '{}';
    END IF;
END $$;

-- orleansreminders, its queries and the old cursors stay for silos of the version before, which do not start without them; nothing of this version uses them.

COMMIT;
