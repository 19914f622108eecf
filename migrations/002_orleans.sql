-- What Orleans' AdoNet providers (grain storage and reminders, 10.4) need. Orleans reads the text of its queries from orleansquery
-- and passes parameters and reads columns by name; what a query does is written here. Safe to run any number of times.

BEGIN;

SELECT pg_advisory_xact_lock(4283947061001);

CREATE TABLE IF NOT EXISTS orleansquery (
    querykey  varchar(64)   PRIMARY KEY,
    querytext varchar(8000) NOT NULL
);

-- ---------------------------------------------------------------- grain storage

-- A primary key over the whole identity: two first writes of one grain cannot both win.
CREATE TABLE IF NOT EXISTS orleansstorage (
    serviceid             varchar(150) NOT NULL,
    graintypestring       varchar(512) NOT NULL,
    grainidn0             bigint       NOT NULL,
    grainidn1             bigint       NOT NULL,
    grainidextension      varchar(512) NOT NULL DEFAULT '',
    payloadbinary         bytea,
    modifiedon            timestamptz  NOT NULL DEFAULT clock_timestamp(),
    version               integer      NOT NULL,
    PRIMARY KEY (serviceid, graintypestring, grainidn0, grainidn1, grainidextension)
) WITH (fillfactor = 80); -- rows are rewritten in place; the space left keeps updates on their page

-- ---------------------------------------------------------------- reminders

CREATE TABLE IF NOT EXISTS orleansreminders (
    serviceid    varchar(150) NOT NULL,
    grainid      varchar(150) NOT NULL,
    remindername varchar(150) NOT NULL,
    starttime    timestamptz  NOT NULL,
    period       bigint       NOT NULL,
    grainhash    integer      NOT NULL,
    version      integer      NOT NULL,
    PRIMARY KEY (serviceid, grainid, remindername)
);
-- Each silo reads the reminders of its part of the hash ring.
CREATE INDEX IF NOT EXISTS orleansreminders_ring ON orleansreminders (serviceid, grainhash);

-- ---------------------------------------------------------------- the queries

INSERT INTO orleansquery (querykey, querytext) VALUES
('ReadFromStorageKey', $q$
    SELECT payloadbinary AS PayloadBinary, clock_timestamp() AS Now, version AS Version
    FROM orleansstorage
    WHERE serviceid = @ServiceId AND graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
      AND grainidextension = coalesce(@GrainIdExtensionString, '')
$q$),
('WriteToStorageKey', $q$
    WITH updated AS (
        UPDATE orleansstorage SET payloadbinary = @PayloadBinary, modifiedon = clock_timestamp(), version = version + 1
        WHERE @GrainStateVersion IS NOT NULL AND version = @GrainStateVersion
          AND serviceid = @ServiceId AND graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
          AND grainidextension = coalesce(@GrainIdExtensionString, '')
        RETURNING version
    ), inserted AS (
        INSERT INTO orleansstorage (serviceid, graintypestring, grainidn0, grainidn1, grainidextension, payloadbinary, version)
        SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), @PayloadBinary, 1
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version
    )
    SELECT coalesce((SELECT version FROM updated), (SELECT version FROM inserted), @GrainStateVersion) AS NewGrainStateVersion
$q$),
('ClearStorageKey', $q$
    WITH cleared AS (
        UPDATE orleansstorage SET payloadbinary = NULL, modifiedon = clock_timestamp(), version = version + 1
        WHERE version = @GrainStateVersion
          AND serviceid = @ServiceId AND graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
          AND grainidextension = coalesce(@GrainIdExtensionString, '')
        RETURNING version
    )
    SELECT coalesce((SELECT version FROM cleared), @GrainStateVersion) AS NewGrainStateVersion
$q$),
('DeleteStorageKey', $q$
    WITH deleted AS (
        DELETE FROM orleansstorage
        WHERE version = @GrainStateVersion
          AND serviceid = @ServiceId AND graintypestring = @GrainTypeString AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
          AND grainidextension = coalesce(@GrainIdExtensionString, '')
        RETURNING version
    )
    SELECT coalesce((SELECT version + 1 FROM deleted), @GrainStateVersion) AS NewGrainStateVersion
$q$),
('UpsertReminderRowKey', $q$
    INSERT INTO orleansreminders AS r (serviceid, grainid, remindername, starttime, period, grainhash, version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 0)
    ON CONFLICT (serviceid, grainid, remindername) DO UPDATE
    SET starttime = excluded.starttime, period = excluded.period, grainhash = excluded.grainhash, version = r.version + 1
    RETURNING r.version AS Version
$q$),
('ReadReminderRowsKey', $q$
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminders WHERE serviceid = @ServiceId AND grainid = @GrainId
$q$),
('ReadReminderRowKey', $q$
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminders WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName
$q$),
('ReadRangeRows1Key', $q$
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminders WHERE serviceid = @ServiceId AND grainhash > @BeginHash AND grainhash <= @EndHash
$q$),
('ReadRangeRows2Key', $q$
    SELECT grainid AS GrainId, remindername AS ReminderName, starttime AS StartTime, period AS Period, version AS Version
    FROM orleansreminders WHERE serviceid = @ServiceId AND (grainhash > @BeginHash OR grainhash <= @EndHash)
$q$),
('DeleteReminderRowKey', $q$
    WITH deleted AS (
        DELETE FROM orleansreminders
        WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName AND version = @Version
        RETURNING 1
    )
    SELECT count(*)::integer AS Deleted FROM deleted
$q$),
('DeleteReminderRowsKey', $q$
    DELETE FROM orleansreminders WHERE serviceid = @ServiceId
$q$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext
WHERE orleansquery.querytext <> excluded.querytext;

COMMIT;
