// Opens dossiers in a browser and prints TAP: run.mjs CASUS [SCREENSHOT-FOLDER]
//
// Two stores are read: our examples, and an article that tries to break out of the page by every text it has.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = path.dirname(fileURLToPath(import.meta.url));
const casus = path.resolve(process.argv[2]);
const pictures = process.argv[3] && path.resolve(process.argv[3]);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const work = mkdtempSync(path.join(tmpdir(), 'casus-web-'));
let failed = 0;

function told(good, name, detail) {
  console.log(`${good ? 'ok' : 'not ok'} - web ${name}`);
  if (!good) { failed += 1; console.log(String(detail ?? '').split('\n').slice(0, 30).map((line) => `# ${line}`).join('\n')); }
}

function dossier(name, inputs, options = []) {
  const store = path.join(work, `${name}.db`), page = path.join(work, `${name}.html`);
  execFileSync(casus, ['add', '--quiet', `--store=${store}`, ...inputs], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync(casus, ['report', `--store=${store}`, '-o', page, ...options]);
  return page;
}

// A page that is watched: what it asks of the network, what it says of errors.
async function open(browser, file, settings = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...settings });
  const page = await context.newPage();
  const seen = { errors: [], requests: [], dialogs: [] };
  page.on('pageerror', (e) => seen.errors.push(e.message));
  page.on('console', (m) => { if (m.type() === 'error') { seen.errors.push(m.text()); } });
  page.on('dialog', (d) => { seen.dialogs.push(d.message()); d.dismiss(); });
  page.on('request', (r) => { if (r.url() !== pathToFileURL(file).href) { seen.requests.push(r.url()); } });
  await page.goto(pathToFileURL(file).href);
  return { page, seen, context };
}

async function lost(page) {
  return page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .map((a) => a.getAttribute('href')).filter((h) => !document.getElementById(h.slice(1))));
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
}

async function checkDossier(browser, name, file) {
  for (const scheme of ['light', 'dark']) {
    const { page, seen, context } = await open(browser, file, { colorScheme: scheme });
    told(seen.errors.length === 0, `${name} ${scheme}: no script error`, seen.errors.join('\n'));
    told(seen.requests.length === 0, `${name} ${scheme}: nothing is asked of the network`, seen.requests.join('\n'));
    await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
    const faults = await violations(page);
    told(faults.length === 0, `${name} ${scheme}: accessible`, faults.join('\n'));
    if (scheme === 'light') {
      const missing = await lost(page);
      told(missing.length === 0, `${name}: all internal links lead somewhere`, missing.join('\n'));
      const twice = await page.evaluate(() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); });
      told(twice.length === 0, `${name}: no id stands twice`, twice.join('\n'));
    }
    await context.close();
  }
  const { page, context } = await open(browser, file, { viewport: { width: 390, height: 844 } });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  told(wide <= 390, `${name}: as wide as a phone`, `${wide} px`);
  await context.close();
}

async function checkScript(browser, file) {
  const { page, context } = await open(browser, file);
  const all = await page.locator('.incident:visible').count();
  const word = await page.locator('.incident .small').first().textContent();
  await page.fill('#filter', 'zzzzqqqq');
  await page.waitForTimeout(300);
  told(await page.locator('.incident:visible').count() === 0, 'filter: a word that is nowhere hides every incident');
  await page.fill('#filter', '');
  await page.waitForTimeout(300);
  told(await page.locator('.incident:visible').count() === all && all > 0, 'filter: without words all incidents are back', word);
  const column = async () => page.locator('table.sortable tbody tr td:nth-child(2)').allTextContents();
  await page.locator('table.sortable th button').nth(1).click();
  const up = await column();
  await page.locator('table.sortable th button').nth(1).click();
  const down = await column();
  told(up.join() === [...up].sort((a, b) => a.localeCompare(b)).join() && down.join() === [...down].sort((a, b) => b.localeCompare(a)).join(), 'sort: by outlet, up and down', `${up}\n${down}`);
  await context.close();
  const still = await open(browser, file, { javaScriptEnabled: false });
  told(await still.page.locator('.incident').count() === all && await still.page.locator('table.sortable tbody tr').count() === up.length, 'without scripts everything is there');
  await still.context.close();
}

async function checkHostile(browser) {
  const file = dossier('hostile', [path.join(here, 'hostile.ndjson')]);
  const { page, seen, context } = await open(browser, file);
  await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
  const out = await page.evaluate(() => ({
    scripts: document.scripts.length,
    images: document.images.length,
    handlers: [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes].map((a) => a.name).filter((n) => n.startsWith('on'))),
    links: [...document.querySelectorAll('a')].map((a) => a.getAttribute('href')).filter((h) => !/^(#|https?:)/.test(h)),
    frames: document.querySelectorAll('iframe,object,embed,base,form').length,
    words: document.body.textContent.includes('<script>'),
  }));
  told(out.scripts === 1 && out.images === 0 && out.handlers.length === 0 && out.frames === 0, 'hostile: no element of the article is in the page', JSON.stringify(out));
  told(out.links.length === 0, 'hostile: links are http(s) only', out.links.join('\n'));
  told(out.words, 'hostile: its words are shown as words');
  told(seen.errors.length === 0 && seen.requests.length === 0 && seen.dialogs.length === 0, 'hostile: nothing runs, nothing is fetched', JSON.stringify(seen));
  await context.close();
}

async function takePictures(browser, file) {
  mkdirSync(pictures, { recursive: true });
  for (const width of [1280, 390]) {
    for (const scheme of ['light', 'dark']) {
      const { page, context } = await open(browser, file, { viewport: { width, height: 900 }, colorScheme: scheme });
      await page.screenshot({ path: path.join(pictures, `dossier-${width}-${scheme}.png`), fullPage: true });
      if (width === 1280 && scheme === 'light') { await page.pdf({ path: path.join(pictures, 'dossier.pdf'), format: 'A4' }); }
      await context.close();
    }
  }
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const examples = ['text', 'html', 'ndjson'].map((f) => path.join(here, '../../examples', f));
  const english = dossier('english', examples);
  const dutch = dossier('dutch', examples, ['--lang=nl']);
  await checkDossier(browser, 'english', english);
  await checkDossier(browser, 'dutch', dutch);
  await checkScript(browser, english);
  await checkHostile(browser);
  if (pictures) { await takePictures(browser, english); }
} catch (e) {
  told(false, 'run', e.stack);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
