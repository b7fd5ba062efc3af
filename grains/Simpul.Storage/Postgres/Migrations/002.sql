-- Submissions, and the articles that are being read alone because a silo ended while it read them.
CREATE TABLE submission(
    incarnation bigint NOT NULL,
    id text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    stamp bigint NOT NULL,
    input bytea NOT NULL,
    checkpoint bytea NOT NULL,
    state int NOT NULL,
    client text NOT NULL,
    started timestamptz NOT NULL,
    updated timestamptz NOT NULL,
    PRIMARY KEY(incarnation, id));

CREATE TABLE reading_marker(
    incarnation bigint NOT NULL,
    slice int NOT NULL,
    article text COLLATE "C" NOT NULL,
    silo text NOT NULL,
    since timestamptz NOT NULL,
    deaths int NOT NULL,
    PRIMARY KEY(incarnation, slice, article));
