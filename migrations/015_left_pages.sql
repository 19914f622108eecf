-- Fates of pages whose event had ended by the hand of another activation were kept for ever. May be run any number of times, like 001.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

DELETE FROM event_fates p WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.id = p.event_id AND e.status = 'pending');

COMMIT;
