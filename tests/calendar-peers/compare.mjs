// Compares every day of 2014 to 2026 with two calendars that others keep. Prints each difference; exits 1 if there is one.
// Install first: npm ci. The peers only check the data; none of it comes from them.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import chineseDays from 'chinese-days';
import { HolidayUtil } from 'lunar-typescript';

const first = '2014-01-01';
const last = '2026-12-31';
const entcredit = fileURLToPath(new URL('../../entcredit', import.meta.url));
const answer = execFileSync(entcredit, ['calendar', '--from', first, '--to', last, '--format', 'json'], {
  encoding: 'utf8',
  maxBuffer: 64 << 20,
});
const { calendarVersion, days } = JSON.parse(answer);

const isWeekday = (date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const peers = {
  'chinese-days': (date) => chineseDays.isWorkday(date),
  'lunar-typescript': (date) => HolidayUtil.getHoliday(date)?.isWork() ?? isWeekday(date),
};

const expected = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1;
if (days.length !== expected || days[0].date !== first || days.at(-1).date !== last) {
  console.error(`${days.length} days from ${days[0]?.date} to ${days.at(-1)?.date}; expected ${expected} from ${first} to ${last}`);
  process.exit(1);
}

let differences = 0;
for (const [peer, isWorkday] of Object.entries(peers)) {
  const differing = days.filter((day) => day.working !== isWorkday(day.date));
  for (const day of differing) {
    console.log(`${day.date}: here ${day.kind}${day.notice ? ` by ${day.notice}` : ''}; ${peer} ${day.working ? 'off' : 'works'}`);
  }
  console.log(`${peer}: ${days.length} days compared with ${calendarVersion}, ${differing.length} differ`);
  differences += differing.length;
}
process.exit(differences === 0 ? 0 : 1);
