-- Documents and their claims. Rows are added, never changed: what a later version of the program says of the same text
-- is a new document that supersedes the older one.

CREATE TABLE document (
    sequence INTEGER PRIMARY KEY,  -- in which order the store took them
    id TEXT NOT NULL,              -- what it is called here: as given, or with '@' and its hash where that was taken
    given TEXT NOT NULL,           -- what it was called where it came from
    url TEXT,
    outlet TEXT,
    title TEXT,
    language TEXT,                 -- BCP 47
    published TEXT,                -- ISO 8601, cut to its precision
    published_from INTEGER NOT NULL, -- casus_origin: 0 nowhere, 1 option, 2 metadata, 3 text, 4 inference
    sha256 TEXT NOT NULL,          -- of the document as it came
    version TEXT NOT NULL,         -- of the program and the pack that read it
    supersedes INTEGER REFERENCES document (sequence),
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    n_claim INTEGER NOT NULL,
    claims_sha256 TEXT NOT NULL,   -- of sketch and of each claim's packed and json, in their order
    actors BLOB NOT NULL,          -- its claims' actors: ids of actor, numbered by place in the list
    places BLOB NOT NULL,
    sketch BLOB NOT NULL,          -- the smallest hashes of its shingles, ascending, 8 bytes each, little-endian
    UNIQUE (given, sha256, version)
) STRICT;
CREATE INDEX document_superseded ON document (supersedes) WHERE supersedes IS NOT NULL;

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,        -- document * 2^24 + number
    document INTEGER NOT NULL REFERENCES document (sequence),
    number INTEGER NOT NULL,       -- within the document, from 1
    quote_begin INTEGER NOT NULL,  -- bytes of document.text
    quote_end INTEGER NOT NULL,
    packed BLOB NOT NULL,          -- what clustering needs (src/store/wire.h)
    json TEXT NOT NULL,            -- the claim as in the record, without its id
    CHECK (id = document * 16777216 + number)
) STRICT;

CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT NOT NULL,         -- empty: unknown
    sectors TEXT NOT NULL,         -- with commas between
    wikidata TEXT NOT NULL,        -- empty: unknown
    person INTEGER NOT NULL,
    UNIQUE (name, country, sectors, wikidata, person)
) STRICT;

CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    geonameid INTEGER NOT NULL,    -- 0: none
    name TEXT NOT NULL,
    country TEXT NOT NULL,         -- ISO 3166 alpha-2; empty: none
    country3 TEXT NOT NULL,
    feature TEXT NOT NULL,
    precision INTEGER NOT NULL,    -- casus_place_precision
    latitude REAL NOT NULL,        -- degrees, WGS84
    longitude REAL NOT NULL,
    UNIQUE (geonameid, name, country, feature)
) STRICT;

CREATE TABLE decision (
    sequence INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
    claim TEXT NOT NULL,
    other TEXT NOT NULL
) STRICT;

-- A state by name: the last document and the last decision of it.
CREATE TABLE snapshot (
    name TEXT PRIMARY KEY,
    document INTEGER NOT NULL,
    decision INTEGER NOT NULL
) STRICT;
