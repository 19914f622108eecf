-- What finds again what was lost: reconciliation, held runs, and events of the clock. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- Short: what the receipt of webhooks needs is locked only while columns are added, none of which rewrites a table.

-- ---------------------------------------------------------------- connections

-- When the account's records are looked at next without a webhook, and when it last began to be usable: a run that was held before that time may go on.
ALTER TABLE connections ADD COLUMN IF NOT EXISTS reconcile_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE connections ALTER COLUMN reconcile_at SET DEFAULT clock_timestamp() + interval '2 minutes';
ALTER TABLE connections ADD COLUMN IF NOT EXISTS authorised_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE connections ALTER COLUMN authorised_at SET DEFAULT clock_timestamp();

-- ---------------------------------------------------------------- events

-- Who says that something happened: 'nango' a webhook, 'reconciliation' a look at the records that no webhook had announced, 'clock' the time.
ALTER TABLE events ADD COLUMN IF NOT EXISTS source text NOT NULL DEFAULT 'nango';

-- ---------------------------------------------------------------- runs

-- The connection whose user must act before the run goes on; null unless it waits for that.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS held_by uuid;

-- ---------------------------------------------------------------- items

-- What has a beginning or an end, such as a meeting, sets automations off then.
ALTER TABLE items ADD COLUMN IF NOT EXISTS starts_at timestamptz;
ALTER TABLE items ADD COLUMN IF NOT EXISTS ends_at timestamptz;
-- Since when it begins at that time: what is made or moved at short notice is announced late, and once.
ALTER TABLE items ADD COLUMN IF NOT EXISTS starts_since timestamptz NOT NULL DEFAULT now();
ALTER TABLE items ALTER COLUMN starts_since SET DEFAULT clock_timestamp();
-- The fields, joined by commas, that the sync does not bring and the provider has.
ALTER TABLE items ADD COLUMN IF NOT EXISTS missing text;

COMMIT;

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

CREATE INDEX IF NOT EXISTS connections_to_reconcile ON connections (reconcile_at);
CREATE INDEX IF NOT EXISTS items_starting ON items (connection_key, starts_at) WHERE starts_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS items_ending ON items (connection_key, ends_at) WHERE ends_at IS NOT NULL;

-- Only emails are forgotten by age: without the last state of another record, its next change could not be told from its creation.
DROP INDEX IF EXISTS items_seen;
CREATE INDEX IF NOT EXISTS items_old_emails ON items (seen_at) WHERE kind = 'email';

CREATE INDEX IF NOT EXISTS runs_held ON runs (held_by, updated_at) WHERE held_by IS NOT NULL AND status = 'waiting';

-- ---------------------------------------------------------------- heartbeats

-- Who must be alive for webhooks to be received, and the last time in which nobody was: what came then is looked for.
CREATE TABLE IF NOT EXISTS heartbeats (
    name      text        PRIMARY KEY,
    beat_at   timestamptz NOT NULL,
    gap_from  timestamptz,
    gap_until timestamptz,
    CHECK ((gap_from IS NULL) = (gap_until IS NULL))
);

COMMIT;
