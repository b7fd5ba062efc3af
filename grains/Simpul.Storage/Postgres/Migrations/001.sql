-- Corpora, their ledgers and tallies, and the cluster's membership.
-- Ids compare by their bytes, as they do in every store and in every list that a user sees.
CREATE TABLE corpus(
    incarnation bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    slices int NOT NULL,
    buckets int NOT NULL,
    created timestamptz NOT NULL,
    deleted boolean NOT NULL DEFAULT false);
CREATE UNIQUE INDEX corpus_name ON corpus(name) WHERE NOT deleted;

-- One row a ledger, rewritten by every commit: room on its page keeps the old versions from spreading.
CREATE TABLE ledger(
    incarnation bigint NOT NULL,
    slice int NOT NULL,
    epoch bigint NOT NULL,
    version bigint NOT NULL,
    articles bigint NOT NULL,
    PRIMARY KEY(incarnation, slice)) WITH (fillfactor = 50);

-- What is compressed already is not compressed again.
CREATE TABLE segment(
    incarnation bigint NOT NULL,
    slice int NOT NULL,
    sequence bigint NOT NULL,
    articles bigint NOT NULL,
    committed timestamptz NOT NULL,
    entries bytea NOT NULL,
    records bytea NOT NULL,
    PRIMARY KEY(incarnation, slice, sequence));
ALTER TABLE segment ALTER entries SET STORAGE EXTERNAL, ALTER records SET STORAGE EXTERNAL;

CREATE TABLE article_text(
    incarnation bigint NOT NULL,
    slice int NOT NULL,
    sequence bigint NOT NULL,
    texts bytea NOT NULL,
    PRIMARY KEY(incarnation, slice, sequence));
ALTER TABLE article_text ALTER texts SET STORAGE EXTERNAL;

CREATE TABLE tally(
    incarnation bigint NOT NULL,
    bucket int NOT NULL,
    epoch bigint NOT NULL,
    vector bytea NOT NULL,
    PRIMARY KEY(incarnation, bucket)) WITH (fillfactor = 50);

CREATE TABLE tally_page(
    incarnation bigint NOT NULL,
    bucket int NOT NULL,
    page int NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY(incarnation, bucket, page));
ALTER TABLE tally_page ALTER content SET STORAGE EXTERNAL;

CREATE TABLE dead_letter(
    incarnation bigint NOT NULL,
    slice int NOT NULL,
    article text COLLATE "C" NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY(incarnation, slice, article));
ALTER TABLE dead_letter ALTER content SET STORAGE EXTERNAL;

CREATE TABLE cluster_version(
    cluster text PRIMARY KEY,
    version int NOT NULL DEFAULT 0,
    changed timestamptz NOT NULL DEFAULT now());
CREATE TABLE cluster_member(
    cluster text NOT NULL REFERENCES cluster_version,
    address text NOT NULL,
    port int NOT NULL,
    generation int NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status int NOT NULL,
    proxy_port int NOT NULL,
    suspects text,
    started timestamptz NOT NULL,
    alive timestamptz NOT NULL,
    PRIMARY KEY(cluster, address, port, generation));

-- The statements by which Orleans reads and writes the membership. Names of parameters and of result columns are its own; every
-- write answers one row with the number of rows that it changed, and changes the version and the member together or neither.
CREATE TABLE orleansquery(querykey text PRIMARY KEY, querytext text NOT NULL);
INSERT INTO orleansquery(querykey, querytext) VALUES
('InsertMembershipVersionKey', $sql$
WITH put AS (INSERT INTO cluster_version(cluster) VALUES(@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
SELECT count(*)::int FROM put$sql$),
('InsertMembershipKey', $sql$
WITH held AS (
    UPDATE cluster_version SET version = version + 1, changed = now()
    WHERE cluster = @DeploymentId AND version = @Version RETURNING 1),
put AS (
    INSERT INTO cluster_member(cluster, address, port, generation, silo_name, host_name, status, proxy_port, started, alive)
    SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM held RETURNING 1)
SELECT count(*)::int FROM put$sql$),
('UpdateMembershipKey', $sql$
WITH held AS (
    UPDATE cluster_version SET version = version + 1, changed = now()
    WHERE cluster = @DeploymentId AND version = @Version AND EXISTS(
        SELECT 1 FROM cluster_member
        WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING 1),
put AS (
    UPDATE cluster_member SET status = @Status, suspects = @SuspectTimes, alive = @IAmAliveTime FROM held
    WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation RETURNING 1)
SELECT count(*)::int FROM put$sql$),
('UpdateIAmAlivetimeKey', $sql$
UPDATE cluster_member SET alive = @IAmAliveTime
WHERE cluster = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation$sql$),
('MembershipReadRowKey', $sql$
SELECT v.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
    m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspects AS SuspectTimes, m.started AS StartTime,
    m.alive AS IAmAliveTime
FROM cluster_version v LEFT JOIN cluster_member m
    ON m.cluster = v.cluster AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
WHERE v.cluster = @DeploymentId$sql$),
('MembershipReadAllKey', $sql$
SELECT v.version AS Version, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
    m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspects AS SuspectTimes, m.started AS StartTime,
    m.alive AS IAmAliveTime
FROM cluster_version v LEFT JOIN cluster_member m ON m.cluster = v.cluster
WHERE v.cluster = @DeploymentId$sql$),
('DeleteMembershipTableEntriesKey', $sql$
WITH gone AS (DELETE FROM cluster_member WHERE cluster = @DeploymentId)
DELETE FROM cluster_version WHERE cluster = @DeploymentId$sql$),
-- Silos that were all killed leave rows that still say active: those far behind the newest sign of life are no gateways.
('GatewaysQueryKey', $sql$
SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation FROM cluster_member
WHERE cluster = @DeploymentId AND status = @Status AND proxy_port > 0
    AND alive > (SELECT max(alive) FROM cluster_member WHERE cluster = @DeploymentId) - interval '1 minute'$sql$),
('CleanupDefunctSiloEntriesKey', $sql$
DELETE FROM cluster_member
WHERE cluster = @DeploymentId AND status = 6 AND alive < @IAmAliveTime AND started < @IAmAliveTime$sql$);
