(function () {
  'use strict';
  var box = document.querySelector('.filter');
  var input = document.getElementById('filter');
  var told = box.querySelector('output');
  var items = Array.prototype.slice.call(document.querySelectorAll('.filtered')).map(function (e) { return { element: e, text: null }; });
  function plain(text) { return text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase(); }
  function apply() {
    var words = plain(input.value).split(/\s+/).filter(Boolean), shown = 0;
    items.forEach(function (item) {
      if (item.text === null) { item.text = plain(item.element.textContent); }
      var match = words.every(function (w) { return item.text.indexOf(w) >= 0; });
      item.element.hidden = !match;
      if (match && item.element.classList.contains('incident')) { shown += 1; }
    });
    document.querySelectorAll('details.day').forEach(function (day) {
      day.hidden = !day.querySelector('.incident:not([hidden])');
      if (words.length && !day.hidden) { day.open = true; }
    });
    told.textContent = words.length ? String(shown) : '';
  }
  box.hidden = false;
  var wait = 0;
  input.addEventListener('input', function () { clearTimeout(wait); wait = setTimeout(apply, 120); });

  function open(hash) {
    var target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) { return; }
    for (var at = target; at; at = at.parentElement) { if (at.tagName === 'DETAILS') { at.open = true; } }
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', function () { open(location.hash); });
  open(location.hash);
  var folded = [];
  window.addEventListener('beforeprint', function () {
    folded = Array.prototype.slice.call(document.querySelectorAll('.dispute details:not([open])'));
    folded.forEach(function (d) { d.open = true; });
  });
  window.addEventListener('afterprint', function () { folded.forEach(function (d) { d.open = false; }); });

  document.querySelectorAll('table.sortable').forEach(function (table) {
    var body = table.tBodies[0], heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.appendChild(button);
      button.addEventListener('click', function () {
        var down = head.getAttribute('aria-sort') === 'ascending', number = head.classList.contains('number');
        var rows = Array.prototype.slice.call(body.rows).map(function (row, i) { return { row: row, i: i, text: row.cells[column].textContent.trim() }; });
        rows.sort(function (a, b) {
          var order = number ? Number(a.text) - Number(b.text) : a.text.localeCompare(b.text);
          return (down ? -order : order) || a.i - b.i;
        });
        rows.forEach(function (r) { body.appendChild(r.row); });
        heads.forEach(function (h) { h.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      });
    });
  });
}());
