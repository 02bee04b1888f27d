// Sums what test.sh has run: prints what failed and why, a line per project, and as the last line "N passed, N failed, N skipped".
// Usage: node eng/test-results.mjs FOLDER. Exits with 0 only where something passed, nothing failed and nothing was skipped.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const named = ending => readdirSync(folder).filter(file => file.endsWith(ending)).sort().map(file => file.slice(0, -ending.length));
const text = file => existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : '';
const some = (words, lines) => words.trim().split('\n').slice(-lines).map(line => '    ' + line).join('\n');

const sum = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
const add = (name, counts, seconds) => {
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  lines.push(`${name.padEnd(32)} ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`);
};

for (const check of named('.check')) {
  const [name, outcome, seconds] = text(check + '.check').trim().split(' ');
  if (outcome !== 'passed') console.log(`FAILED ${name}\n${some(text(check + '.log'), 40)}`);
  add(name, { passed: 0, failed: 0, skipped: 0, [outcome]: 1 }, seconds);
}

for (const name of named('.exit')) {
  const exit = Number(text(name + '.exit'));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let seconds = 0;
  try {
    const { summary, tests } = JSON.parse(text(name + '.json')).results;
    seconds = Math.round((summary.stop - summary.start) / 1000);
    for (const test of tests) {
      if (test.status === 'passed') counts.passed++;
      else if (test.status === 'failed') {
        counts.failed++;
        console.log(`FAILED ${test.name}\n${(test.message ?? '').split('\n').slice(0, 30).map(line => '    ' + line).join('\n')}`);
      } else {
        counts.skipped++;
        console.log(`SKIPPED ${test.name}`);
      }
    }
  } catch (unreadable) {
    console.log(`${name} left no results: ${unreadable.message}`);
  }

  // A crash, a fixture that failed, a project without tests: no test says so, but it is no success.
  if (counts.failed === 0 && (exit !== 0 || counts.passed === 0)) {
    counts.failed++;
    console.log(`FAILED ${name} ended with ${exit} after ${counts.passed} tests\n${some(text(name + '.log'), 40)}`);
  }

  add(name, counts, seconds);
}

console.log(lines.join('\n'));
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.passed > 0 && sum.failed === 0 && sum.skipped === 0 ? 0 : 1;
