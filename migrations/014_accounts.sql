-- At which providers an automation uses accounts, not its trigger's alone, so that its health is that of them all. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

-- The column is added without rewriting the table.
ALTER TABLE units ADD COLUMN IF NOT EXISTS providers text[] CHECK (cardinality(providers) > 0);
COMMENT ON COLUMN units.providers IS 'Where the present program uses an account, the trigger''s provider first. Null for one that a silo of the version before made: its trigger''s alone counts.';

-- What programs of before use, by the first part of their tools' names; ai, notify and the tools without a point need no account.
UPDATE units u
SET providers = (
    SELECT array_agg(used.provider ORDER BY used.n)
    FROM (SELECT named.provider, min(named.n) AS n
          FROM (SELECT u.provider, 0::bigint
                UNION ALL
                SELECT CASE split_part(s.step ->> 'tool', '.', 1) WHEN 'gmail' THEN 'gmail' WHEN 'calendar' THEN 'google-calendar' WHEN 'salesforce' THEN 'salesforce' END, s.n
                FROM json_array_elements(u.program -> 'steps') WITH ORDINALITY AS s (step, n)) AS named (provider, n)
          WHERE named.provider IS NOT NULL
          GROUP BY named.provider) used)
WHERE providers IS NULL;

COMMIT;
