-- What front ends read without asking anew: an automation's explanation in parts, what people call the item of a run, and what became of an event's items in numbers.
-- May be run any number of times, like 001. Each column is added without rewriting its table; rows of before stay null.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- ---------------------------------------------------------------- units

-- The explanation in its parts: {"when": "…", "then": ["…"]}.
ALTER TABLE units ADD COLUMN IF NOT EXISTS read_back json;

-- ---------------------------------------------------------------- runs

-- What people call the item: an email's subject, a record's name.
ALTER TABLE runs ADD COLUMN IF NOT EXISTS summary text;

-- ---------------------------------------------------------------- events

-- Of the fates: the first title, how many there are of each kind, and the runs, whose items may yet turn out to be none for their automations.
ALTER TABLE events ADD COLUMN IF NOT EXISTS summary text;
ALTER TABLE events ADD COLUMN IF NOT EXISTS fate_counts json;
ALTER TABLE events ADD COLUMN IF NOT EXISTS made_runs uuid[];

COMMIT;
