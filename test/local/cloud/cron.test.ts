/** The seven-field cron of timer triggers, in UTC+8. */
import { CronError, parseCron } from '../../../local/cloud/functions/cron'

const at = (text: string) => Date.parse(`${text}+08:00`)
const dueAfter = (expression: string, from: string, count: number) => {
  const cron = parseCron(expression)
  const due: string[] = []
  for (let next = cron.next(at(from)); next !== null && due.length < count; next = cron.next(next))
    due.push(new Date(next + 8 * 3_600_000).toISOString().slice(0, 19))
  return due
}

// The first five are the examples of the platform's page on timer triggers.
test.each([
  ['*/5 * * * * * *', '2027-01-01T00:00:03', ['2027-01-01T00:00:05', '2027-01-01T00:00:10']],
  ['0 0 2 1 * * *', '2027-01-01T02:00:00', ['2027-02-01T02:00:00', '2027-03-01T02:00:00']],
  ['0 15 10 * * MON-FRI *', '2027-01-01T10:15:00', ['2027-01-04T10:15:00', '2027-01-05T10:15:00']],
  ['0 0 10,14,16 * * * *', '2027-01-01T11:00:00', ['2027-01-01T14:00:00', '2027-01-01T16:00:00']],
  ['0 */30 9-17 * * * *', '2027-01-01T17:00:00', ['2027-01-01T17:30:00', '2027-01-02T09:00:00']],
  ['0 0 12 * * WED *', '2027-01-01T00:00:00', ['2027-01-06T12:00:00', '2027-01-13T12:00:00']],
  ['0 1/10 * * * * *', '2027-01-01T00:50:00', ['2027-01-01T00:51:00', '2027-01-01T01:01:00']],
  ['0 0 0 29 2 * *', '2027-01-01T00:00:00', ['2028-02-29T00:00:00', '2032-02-29T00:00:00']],
  ['0 0 0 31 * * *', '2027-01-31T00:00:00', ['2027-03-31T00:00:00', '2027-05-31T00:00:00']],
  ['30 59 23 31 DEC * 2027-2028', '2027-01-01T00:00:00', ['2027-12-31T23:59:30', '2028-12-31T23:59:30']],
  ['0 0 0 * * 0 *', '2027-01-01T00:00:00', ['2027-01-03T00:00:00', '2027-01-10T00:00:00']],
])('%s after %s is due at %j', (expression, from, expected) => {
  expect(dueAfter(expression, from, 2)).toEqual(expected)
})

test('day and week both given: one of the two is enough', () => {
  expect(dueAfter('0 0 0 10 * MON *', '2027-05-01T00:00:00', 4)).toEqual([
    '2027-05-03T00:00:00',
    '2027-05-10T00:00:00',
    '2027-05-17T00:00:00',
    '2027-05-24T00:00:00',
  ])
  expect(dueAfter('0 0 0 12 * MON *', '2027-05-10T00:00:00', 2)).toEqual([
    '2027-05-12T00:00:00',
    '2027-05-17T00:00:00',
  ])
})

test('a year that is over has no due instant any more', () => {
  expect(dueAfter('0 0 0 1 1 * 2027', '2027-01-01T00:00:00', 1)).toEqual([])
})

function faultOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    return (error as CronError).fault
  }
  return 'none'
}

test.each([
  ['0 0 2 * * *', 'fields', 'seven fields'],
  ['0 0 0 2 * * * *', 'fields', 'seven fields'],
  ['60 * * * * * *', 'range', 'second goes from 0 to 59'],
  ['0 0 24 * * * *', 'range', 'hour goes from 0 to 23'],
  ['0 0 0 0 * * *', 'range', 'day goes from 1 to 31'],
  ['0 0 0 * 13 * *', 'range', 'month goes from 1 to 12'],
  ['0 0 0 * * 7 *', 'range', 'week goes from 0 to 6'],
  ['0 0 0 * * * 2100', 'range', 'year goes from 1970 to 2099'],
  ['0 30-10 * * * * *', 'range', 'minute goes from'],
  ['0 0 0 ? * * *', 'value', 'day: numbers with'],
  ['0 0 0 L * * *', 'value', 'day: numbers with'],
  ['0 0 0 * * *-2 *', 'value', 'week: numbers with'],
  ['0 1, * * * * *', 'value', 'not nothing'],
  ['0 -1 * * * * *', 'value', 'minute: numbers with'],
  ['*/0 * * * * * *', 'step', 'a step is a number of at least 1'],
  ['*/x * * * * * *', 'step', 'a step is a number of at least 1'],
  ['0 0 0 30 2 * *', 'never', 'never due'],
])('%s is refused as a fault of its %s', (expression, fault, text) => {
  const read = () => parseCron(expression)
  expect(read).toThrow(CronError)
  expect(faultOf(read)).toBe(fault)
  expect(read).toThrow(text)
})
