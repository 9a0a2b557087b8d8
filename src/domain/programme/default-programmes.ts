/** The two programmes that ship: a mall's, and the seasonal apparel ladder for a chain of shops. Version 1 of each. */
import { fen } from '../money/fen'
import type { CountedBenefit, Programme, Tier } from './programme'

const basic: Tier = {
  id: 'basic',
  name: '普通会员',
  material: 'cotton',
  thresholdFen: fen(0),
  rate: 100,
  discountPercent: 0,
  benefits: [],
  english: { name: 'Member', benefits: [] },
}
const parking = (times: number): CountedBenefit => ({
  id: 'parking',
  name: '停车 2 小时',
  advice: '离场前报车牌',
  english: { name: 'Parking, 2 hours', advice: 'Say the plate before leaving' },
  worth: { kind: 'parking', hours: 2 },
  times,
  per: 'month',
})
const lounge: CountedBenefit = {
  id: 'lounge',
  name: '贵宾室',
  advice: '到贵宾室出示会员码',
  english: { name: 'Lounge', advice: 'Show the member code at the lounge' },
  worth: { kind: 'exchange', thing: '贵宾室一次' },
  times: 12,
  per: 'year',
}
const healthCheck: CountedBenefit = {
  id: 'health-check',
  name: '体检',
  advice: '到服务台预约',
  english: { name: 'Health check', advice: 'Book it at the service desk' },
  worth: { kind: 'exchange', thing: '体检一次' },
  times: 1,
  per: 'year',
}

/** Published as offers that nobody claims; a mall that has none of them gives none. */
const birthdayGifts = ['birthday-cake', 'birthday-flowers', 'birthday-88']

const silver: Tier = {
  id: 'silver',
  name: '银卡',
  material: 'silver',
  thresholdFen: fen(1_000_000),
  rate: 120,
  discountPercent: 2,
  benefits: ['每月停车 2 小时 × 2 次'],
  counted: [parking(2)],
  english: { name: 'Silver', benefits: ['Parking 2 h × 2 a month'] },
}
const gold: Tier = {
  id: 'gold',
  name: '金卡',
  material: 'gold',
  thresholdFen: fen(5_000_000),
  rate: 150,
  discountPercent: 5,
  benefits: ['每月停车 2 小时 × 8 次', '生日礼任选'],
  counted: [parking(8)],
  birthdayGifts,
  english: { name: 'Gold', benefits: ['Parking 2 h × 8 a month', 'Birthday gift of your choice'] },
}
const platinumBenefits = ['停车免费', '贵宾通道', '每年贵宾室 12 次', '专属导购', '生日礼任选']
const platinumEnglish = [
  'Free parking',
  'VIP lane',
  'Lounge × 12 a year',
  'Personal assistant',
  'Birthday gift of your choice',
]
const platinum: Tier = {
  id: 'platinum',
  name: '白金卡',
  material: 'platinum',
  thresholdFen: fen(10_000_000),
  rate: 200,
  discountPercent: 8,
  benefits: platinumBenefits,
  counted: [lounge],
  birthdayGifts,
  english: { name: 'Platinum', benefits: platinumEnglish },
}
const diamond: Tier = {
  id: 'diamond',
  name: '钻石卡',
  material: 'diamond',
  thresholdFen: fen(20_000_000),
  rate: 300,
  discountPercent: 12,
  benefits: [...platinumBenefits, '每年体检 1 次', '私人买手', '旅行保险'],
  counted: [lounge, healthCheck],
  birthdayGifts,
  english: {
    name: 'Diamond',
    benefits: [...platinumEnglish, 'Health check × 1 a year', 'Personal shopper', 'Travel insurance'],
  },
}

/** TI-1, the mall: 普通 0 · 银卡 ¥10,000 · 金卡 ¥50,000 · 白金卡 ¥100,000 · 钻石卡 ¥200,000 in 12 months. */
export const MALL_PROGRAMME: Programme = {
  version: 1,
  mallName: '梧桐里',
  ladder: [basic, silver, gold, platinum, diamond],
  windowMonths: 12,
  termMonths: 12,
  graceDays: 30,
  returnWindowDays: 7,
  pointsLifeMonths: 12,
  bonusCapPerDay: 5000,
  campaigns: [
    {
      id: 'birthday',
      name: '生日双倍',
      english: { name: 'Double for your birthday' },
      rate: 100,
      when: { birthday: { before: 3, after: 3 } },
      group: 'birthday',
      stacking: 'add',
    },
  ],
  targets: [
    {
      id: 'first-month',
      name: '首月满 2,000 积分',
      english: { name: '2,000 points in the first month' },
      points: 2000,
      months: 1,
      gift: { points: 500 },
    },
  ],
  largestPurchaseFen: fen(99_999_999),
  checkIn: { dailyPoints: 10, streakEvery: 7, streakPoints: 50, placePoints: 10, placesPerDay: 5 },
  lifecycle: { newDays: 30, dormantDays: 90, lostDays: 180 },
  grants: { levelsAlone: 1, longestMonths: 24 },
  saidLimits: { perAssistant: 10, perStore: 30 },
  phonesPerDay: 20,
  bindLimits: { perAssistant: 20, perStore: 60 },
  referral: {
    friendOfferId: 'friend-30',
    points: 600,
    leastFirstPurchaseFen: fen(10_000),
    perDay: 10,
    perSeason: 50,
    reviewAbovePerDay: 5,
    honours: { bronze: 1, silver: 5, gold: 10 },
  },
}

/**
 * TI-1, the seasonal apparel ladder: ¥2,000 / 5,000 / 10,000 / 20,000 in six months. What assistants register earns once it
 * can no longer be returned; what tills send earns at once.
 */
export const APPAREL_PROGRAMME: Programme = {
  ...MALL_PROGRAMME,
  windowMonths: 6,
  termMonths: 6,
  pointsLifeMonths: 6,
  pendingDays: { assistant: 7 },
  ladder: [
    basic,
    { ...silver, thresholdFen: fen(200_000) },
    { ...gold, thresholdFen: fen(500_000) },
    { ...platinum, thresholdFen: fen(1_000_000) },
    { ...diamond, thresholdFen: fen(2_000_000) },
  ],
}
