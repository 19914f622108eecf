-- What a step's tool must know again, whoever makes its next request: the id of the draft that it is about to send. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

ALTER TABLE run_steps ADD COLUMN IF NOT EXISTS mark text CHECK (length(mark) <= 200);
COMMENT ON COLUMN run_steps.mark IS 'What the step''s tool keeps between two requests of one call, such as the id of a draft that it made and is about to send; null where it keeps nothing.';

COMMIT;
