-- Which calls of a step failed, and when: "3 attempts" alone does not tell what the first two met. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- [{"startedAt": "…", "completedAt": "…", "error": "…"}], the oldest first, at most the newest 20; null where no call failed. Added without rewriting the table.
ALTER TABLE run_steps ADD COLUMN IF NOT EXISTS failures json;

COMMIT;
