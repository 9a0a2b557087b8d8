/** The words of the page of a new tier. */
export const CEREMONY_TEXT = {
  title: '新卡',
  reached: (tier: string) => `您已升到${tier}`,
  held: (tier: string) => `您现在是${tier}`,
  because: (day: string, store: string) => `${day}在${store}的消费达到了`,
  since: (day: string) => `${day}起`,
  brings: (tier: string) => `${tier}给您的`,
  rate: (rate: string) => `每消费 1 元得 ${rate} 积分`,
  discount: (percent: number) => `店员登记时减 ${percent}%`,
  gift: '升级礼',
  giftPoints: (points: string) => `${points} 积分`,
  giftAnd: ' + ',
  giftOn: (day: string, tier: string) => `${day}到账，到时仍是${tier}就送`,
  giftCame: (day: string) => `${day}已经到账`,
  keep: '收下新卡',
  growth: '看看各等级',
}
