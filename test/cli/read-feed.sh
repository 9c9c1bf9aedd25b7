# RSS with full content, Atom, and a feed that breaks off.
cat > rss.xml <<'X'
<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Desk</title><language>en</language>
<item><title>Army takes bridge</title><link>https://example.org/a</link><guid>a</guid><pubDate>Wed, 14 May 2025 09:48:00 +0200</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>Shells fell on the bridge on Monday, the army said in a statement.</p>]]></content:encoded></item>
<item><title>Empty</title></item>
</channel></rss>
X
cat > atom.xml <<'X'
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Wire</title><entry><title>Talks open</title><id>b</id><link rel="alternate" href="https://example.org/b"/>
<updated>2025-05-15T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Talks open in Geneva on Friday, both sides said.</p></div></content></entry></feed>
X
head -c 500 rss.xml > cut.xml
casus read rss.xml atom.xml cut.xml | grep -oE '"(id|url|outlet|title|value|text)":"[^"]*"'
