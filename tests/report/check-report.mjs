// SPDX-FileCopyrightText: 2026 The Doublet authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// check-report.mjs DOUBLET-CLI: writes reports of many kinds and lets the Nu checker,
// html-validate, and axe in Chromium judge them: no fault, no request, no breach of
// their own policy, every link with a target, readable without scripts and styles.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';

// Milliseconds for a click; only against a hang.
const PATIENCE = 10000;

// For Meson: what the test needs is not installed.
const SKIPPED = 77;

const require = createRequire(import.meta.url);
const program = path.resolve(process.argv[2]);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'doublet-report-'));
const faults = [];
let chromium;
let axe;
let checker;
let validator;

try {
  ({ chromium } = require('playwright-core'));
  axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  checker = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
  validator = path.join(path.dirname(require.resolve('html-validate/package.json')), 'bin/html-validate.mjs');
} catch (error) {
  console.log(`Not installed: ${error.message.split('\n')[0]}`);
  process.exit(SKIPPED);
}

const STEAMER = 'The first steamer on the lake was launched in the spring of 1887 and carried cattle, post and children between the two shores.';
const TICKETS = 'A single ticket costs 3.20 euros, and children travel free on every boat before nine in the morning.';
const KIOSK = 'She has kept the kiosk at the landing stage through eleven summers without a single boat in sight.';
const WALL = '“For eleven years the lake has been a wall between two towns that used to share a school,” said the director.';
const RELEASE = ['Ferry returns to the lake', STEAMER, TICKETS, WALL, 'Notes for editors: photographs may be printed free of charge.'].join('\n\n');
const STORY = ['The lake is a street again', KIOSK, WALL, STEAMER.replace('1887', '1878'), `On the water it is 22 minutes. ${TICKETS}`].join('\n\n');
const DRAFT = ['A draft', STEAMER, KIOSK, STEAMER, KIOSK, 'tra la '.repeat(30)].join('\n\n');

const HOSTILE = [
  '<script>alert(1)</script>', '</style><script>alert(1)</script>', '</title><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>', "' onmouseover='alert(1)", '<iframe srcdoc="<script>alert(1)</script>">',
  '<base href="//invalid.example/">', '<link rel=stylesheet href="//invalid.example/x.css">',
  '<a href="javascript:alert(1)">x</a>', ']]><!-- --!>', '&lt;b&gt; &amp;amp; &#60;', '<p id="p1-1">',
  '\u202etxt.exe\u202c', '\u2066isolated\u2069', '\u0001\u001b[31m\u007f\u0085', '\ufffe\uffff', '</main></body></html>',
];

// Each case: its name, its articles by file name, further words of the command line.
const cases = [
  ['two', { 'release.txt': RELEASE, 'story.txt': STORY }, ['--title', 'A release and a story']],
  ['three', { 'release.txt': RELEASE, 'story.txt': STORY, 'draft.txt': DRAFT }, []],
  ['three, another base', { 'release.txt': RELEASE, 'story.txt': STORY, 'draft.txt': DRAFT }, ['-b', '3']],
  ['eight', Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map(n => [`article-${n}.txt`, [RELEASE, STORY, DRAFT][n % 3] + `\n\nArticle ${n}.`])), []],
  ['one', { 'draft.txt': DRAFT }, []],
  ['one without repeats', { 'release.txt': RELEASE }, []],
  ['identical', { 'a.txt': STORY, 'b.txt': STORY }, []],
  ['nothing in common', { 'a.txt': KIOSK, 'b.txt': TICKETS }, []],
  ['short', { 'a.txt': 'word', 'b.txt': 'another word' }, []],
  ['phrases', { 'release.txt': RELEASE, 'story.txt': STORY }, ['--preset', 'phrases']],
  ['differences only', { 'release.txt': RELEASE, 'story.txt': STORY, 'draft.txt': DRAFT }, ['--passages', 'off']],
  ['differences only, one', { 'draft.txt': DRAFT }, ['--passages', 'off']],
  ['unreadable', { 'release.txt': RELEASE, 'story.txt': STORY, 'missing.txt': null }, []],
  ['Hebrew', {
    'א.txt': 'הגשר ייסגר לתנועה ביום שני למשך תשעה שבועות בגלל עבודות תיקון.\n\nהמעבורת תפעל כל עשר דקות.',
    'ב.txt': 'הודעה: הגשר ייסגר לתנועה ביום שני למשך תשעה שבועות בגלל עבודות תיקון, נמסר.' }, []],
  ['Arabic', {
    'أ.txt': 'سيغلق الجسر أمام حركة المرور يوم الاثنين لمدة تسعة أسابيع بسبب أعمال الإصلاح.',
    'ب.txt': 'قالت البلدية: سيغلق الجسر أمام حركة المرور يوم الاثنين لمدة تسعة أسابيع بسبب أعمال الإصلاح.' }, []],
  ['Chinese', {
    '甲.txt': '港口管理局昨天夜里因为暴风雨关闭了北码头的入口。\n\n渡轮每十分钟开一班。',
    '乙.txt': '消息说,港口管理局昨天夜里因为暴风雨关闭了北码头的入口。' }, []],
  ['hostile', Object.fromEntries([0, 1].map(n => [
    `${HOSTILE[n].replaceAll('/', '∕')}.txt`,
    [`Title ${HOSTILE[n]}`, ...HOSTILE.map(text => `${text} ${STEAMER} ${text}`), HOSTILE.join(' ')].join('\n\n')])),
  ['--title', HOSTILE[2]]],
];

function fault(name, text) {
  faults.push(`${name}: ${text}`);
}

function writeReport([name, articles, words], number) {
  const place = path.join(folder, String(number));
  const report = path.join(folder, `report-${number}.html`);
  fs.mkdirSync(place);
  const files = Object.entries(articles).map(([file, text]) => {
    if (text !== null)
      fs.writeFileSync(path.join(place, file), text);
    return path.join(place, file);
  });
  const done = spawnSync(program, ['-q', '-o', report, ...words, ...files],
    { env: { ...process.env, LC_ALL: 'C.UTF-8', SOURCE_DATE_EPOCH: '1795000000' }, encoding: 'utf8' });
  const expected = Object.values(articles).includes(null) ? 3 : 0;
  if (done.status !== expected)
    fault(name, `left with ${done.status}: ${done.stderr}`);
  return { name, report };
}

// What says something about an article's text and not about the page.
const ABOUT_TEXT = /Unicode Normalization Form C|Private Use|composing character/;

function checkNu(reports) {
  const done = spawnSync('java', ['-Xss4m', '-jar', checker, '--format', 'gnu', ...reports.map(({ report }) => report)],
    { encoding: 'utf8' });
  for (const line of (done.stderr + done.stdout).split('\n'))
    if (line !== '' && !ABOUT_TEXT.test(line))
      fault('Nu', line);
}

function checkValidate(reports) {
  const done = spawnSync(process.execPath, [validator, ...reports.map(({ report }) => report)], { encoding: 'utf8', cwd: folder });
  if (done.status !== 0)
    fault('html-validate', done.stdout + done.stderr);
}

// In the page.
function findFaults() {
  const found = [];
  const ids = new Set();
  for (const node of document.querySelectorAll('[id]')) {
    if (ids.has(node.id))
      found.push(`id ${node.id} stands twice`);
    ids.add(node.id);
  }
  for (const link of document.querySelectorAll('a')) {
    const href = link.getAttribute('href');
    if (!href.startsWith('#') || !ids.has(href.slice(1)))
      found.push(`${href} leads nowhere`);
  }
  if (document.querySelector('script, img, iframe, object, form, base, svg, [onload], [onerror], [style]'))
    found.push('there is a foreign element');
  if (document.documentElement.scrollWidth > window.innerWidth)
    found.push(`is ${document.documentElement.scrollWidth} pixels wide where ${window.innerWidth} fit`);
  return found;
}

// As a reader opens it: with its policy in force.
async function checkAlone(browser, { name, report }, scripts, width) {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on('console', message => fault(name, `console: ${message.text()}`));
  page.on('pageerror', error => fault(name, `error: ${error}`));
  page.on('dialog', dialog => { fault(name, `dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => {
    if (request.url() !== `file://${report}`)
      fault(name, `asks for ${request.url()}`);
  });
  await page.goto(`file://${report}`);
  for (const found of await page.evaluate(findFaults))
    fault(name, `${found} (${width} pixels${scripts ? '' : ', no scripts'})`);

  const first = page.locator('section.texts mark a.n').first();
  if (await first.count() > 0) {
    const target = await first.getAttribute('href');
    // Playwright would aim at the words for screen readers, which are one pixel wide.
    const [x, y] = await first.evaluate(node => {
      node.scrollIntoView({ block: 'center' });
      const box = node.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    });
    await page.mouse.click(x, y);
    if (await page.evaluate(() => location.hash) !== target)
      fault(name, `a click on ${target} does not go there`);
  }
  if (await page.locator('#show-differences').count() > 0) {
    const mark = page.locator('section.texts mark:not(.far)').first();
    await page.locator('label[for=show-differences]').click();
    if (await mark.count() > 0 && await mark.evaluate(node => getComputedStyle(node).textDecorationLine) !== 'none')
      fault(name, 'passages are marked where only differences should be');
    await page.locator('#show-differences').press('ArrowRight');
    if (!await page.locator('#show-shared').isChecked())
      fault(name, 'the choice cannot be made by keyboard');
    const change = page.locator('section.texts :is(del, ins)').first();
    if (await change.count() > 0 && await change.evaluate(node => getComputedStyle(node).textDecorationLine) !== 'none')
      fault(name, 'differences are marked where only passages should be');
  }
  await context.close();
}

async function checkAccess(browser, { name, report }) {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1180, height: 900 } });
  const page = await context.newPage();
  await page.goto(`file://${report}`);
  await page.addScriptTag({ content: axe });
  await page.evaluate(() => { for (const node of document.querySelectorAll('details')) node.open = true; });
  for (const [media, colorScheme, width] of [['screen', 'light', 1180], ['screen', 'dark', 400], ['print', 'light', 700]]) {
    await page.emulateMedia({ media, colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const result = await page.evaluate(() => globalThis.axe.run());
    for (const violation of result.violations)
      fault(name, `axe, ${media}, ${colorScheme}, ${width}: ${violation.id}: ${violation.nodes[0].html.slice(0, 160)} ${violation.nodes[0].failureSummary}`);
  }
  await context.close();
}

const reports = cases.map(writeReport);
if (faults.length === 0) {
  checkNu(reports);
  checkValidate(reports);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const report of reports)
    for (const check of [() => checkAlone(browser, report, true, 1180), () => checkAlone(browser, report, false, 400),
      () => checkAccess(browser, report)])
      await check().catch(error => fault(report.name, error.message.split('\n')[0]));
  await browser.close();
}
fs.rmSync(folder, { recursive: true });
for (const text of faults)
  console.log(text);
console.log(`${reports.length} reports, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
