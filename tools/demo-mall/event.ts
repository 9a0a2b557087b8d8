/** What is going on in the demo mall this week: an event of the bookshop, beside the shop's own check-in. */
import { addDays, type BusinessDay } from '../../src/domain/time/business-day'

export const demoEvent = (today: BusinessDay): Record<string, string | number> => ({
  ...{ eventId: 'reading', name: '旧书市集', storeId: 'books', checkIn: 'fixed', placePoints: 30 },
  ...{ from: today, until: addDays(today, 6) },
})
