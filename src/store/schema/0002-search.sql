-- Search: words of texts and of quotes (FTS5), and places by where they are (R*Tree). All three repeat what the tables
-- hold; 'casus check' compares them.

CREATE VIRTUAL TABLE text_search USING fts5(title, text, content = 'document', content_rowid = 'sequence',
    tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO text_search (text_search) VALUES ('rebuild');

CREATE VIEW quote (id, quote) AS
    SELECT c.id, CAST(substr(CAST(d.text AS BLOB), c.quote_begin + 1, c.quote_end - c.quote_begin) AS TEXT)
    FROM claim c JOIN document d ON d.sequence = c.document;
CREATE VIRTUAL TABLE quote_search USING fts5(quote, content = 'quote', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO quote_search (quote_search) VALUES ('rebuild');

CREATE VIRTUAL TABLE place_search USING rtree(id, south, north, west, east);
INSERT INTO place_search SELECT id, latitude, latitude, longitude, longitude FROM place;
