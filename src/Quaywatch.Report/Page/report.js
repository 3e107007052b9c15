'use strict';
// Comforts only: without this script the page has all it has to say.
const rowsForTools = 8;

function tool(table) {
  const region = table.closest('.scroll');
  const rows = [...table.querySelectorAll('tbody tr:not(.group):not(.rest)')];
  if (!region || rows.length < rowsForTools) return;
  const box = document.createElement('div');
  const input = document.createElement('input');
  const said = document.createElement('span');
  box.className = 'tools';
  input.type = 'search';
  input.placeholder = 'Filter ' + rows.length.toLocaleString('en') + ' rows';
  input.setAttribute('aria-label', 'Filter: ' + (region.getAttribute('aria-label') || 'rows'));
  said.setAttribute('aria-live', 'polite');
  box.append(input, said);
  region.before(box);
  let texts;
  input.addEventListener('input', () => {
    texts ??= rows.map(row => row.textContent.toLowerCase());
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = words.every(word => texts[i].includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    said.textContent = words.length ? shown.toLocaleString('en') + ' shown' : '';
  });
  table.querySelectorAll('thead th').forEach((head, column) => sorter(table, head, column));
}

function sorter(table, head, column) {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    for (const other of table.querySelectorAll('[aria-sort]')) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    for (const body of table.tBodies) {
      const last = [...body.rows].filter(row => row.matches('.rest'));
      const rows = [...body.rows].filter(row => !row.matches('.group,.rest'));
      const keyed = rows.map(row => [key(row.cells[column]), row]);
      keyed.sort(([a], [b]) => (down ? -1 : 1) * (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true })));
      body.append(...keyed.map(([, row]) => row), ...last);
    }
  });
}

function key(cell) {
  if (!cell) return '';
  if (cell.dataset.sort) return Number(cell.dataset.sort);
  const text = cell.textContent.trim();
  return /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : text === '–' ? -1 : text;
}

function copier(code) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  code.after(button);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = 'Selected: copy it';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 2000);
  });
}

// The dump prints sixteen bytes a line: offset 6 columns, bytes 50 with a gap in the middle, text 16, line end.
const lineLength = 73;

function place(dump, at) {
  const walker = document.createTreeWalker(dump, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (at < node.length) return [node, at];
    at -= node.length;
  }
  return null;
}

function ranges(dump, first, count) {
  const made = [];
  for (let i = first; i < first + count;) {
    const end = Math.min(first + count, (Math.floor(i / 16) + 1) * 16);
    for (const [from, width, gap] of [[6, 3, 1], [56, 1, 0]]) {
      const column = byte => from + width * (byte % 16) + (byte % 16 > 7 ? gap : 0);
      const line = Math.floor(i / 16) * lineLength;
      const start = place(dump, line + column(i));
      const stop = place(dump, line + column(end - 1) + Math.min(width, 2) - 1);
      if (start && stop) {
        const range = new Range();
        range.setStart(...start);
        range.setEnd(stop[0], stop[1] + 1);
        made.push(range);
      }
    }
    i = end;
  }
  return made;
}

function show(event) {
  const field = event.target.closest?.('.tree [data-o]');
  CSS.highlights.delete('field');
  if (!field) return;
  const dump = field.closest('.packet').querySelector('.hex');
  CSS.highlights.set('field', new Highlight(...ranges(dump, Number(field.dataset.o), Number(field.dataset.l))));
}

function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.localName === 'details') at.open = true;
  if (target?.hidden) target.hidden = false;
}

document.querySelectorAll('table.grid').forEach(tool);
document.querySelectorAll('code[data-copy]').forEach(copier);
if (globalThis.Highlight && CSS.highlights) {
  document.addEventListener('pointerover', show);
  document.addEventListener('click', show);
}
addEventListener('hashchange', unfold);
unfold();
