# A web archive: pages that answered 200, chunked and compressed bodies, other records passed over, damage told.
page() { printf '<html><head><title>T</title></head><body><article><h1>Army takes bridge %s</h1><p>Shells fell on the bridge on Monday, the army said in a statement.</p></article></body></html>' "$1"; }
record() { # type, content type, file
    printf 'WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: https://example.org/%s\r\nContent-Type: %s\r\nContent-Length: %s\r\n\r\n' "$1" "$4" "$2" "$(wc -c < "$3")"
    cat "$3"
    printf '\r\n\r\n'
}
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'; page one; } > one
{ printf 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n'; page no; } > two
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'; page three | gzip -n; } > three
page four > four.body
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n' "$(wc -c < four.body)" | cat - four.body; printf '\r\n0\r\n\r\n'; } > four.plain
{ printf 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n1\r\n>\r\n3\r\n<p>\r\n42\r\nShells fell on the bridge on Monday, the army said in a statement.\n\r\n0\r\n\r\n'; } > four
echo info > info
{ record warcinfo application/warc-fields info info; record response 'application/http; msgtype=response' one one; record response application/http two two; record response application/http three three; printf 'garbage\n'; record response application/http four four; } > crawl.warc
casus read --language=en crawl.warc | grep -oE '"(id|url|title)":"[^"]*"'
gzip -n < crawl.warc | casus read --language=en - 2> /dev/null | wc -l
