/** The words of the card page about a new tier, and its ways to points and tiers. */
export const UPGRADE_TEXT = {
  title: (tier: string) => `您已升到${tier}`,
  because: (day: string, store: string) => `${day}在${store}的消费达到了`,
  since: (day: string) => `${day}起`,
  look: '看看新卡',
  dismiss: '知道了',
}

/** Ways from the card page. */
export const WAYS_TEXT = {
  all: '全部',
  everyTier: '各等级',
  points: (points: string) => `${points} 积分，看明细`,
  growth: '看我的等级',
}

/** The strip of a birthday that is near. */
export const STRIP_TEXT = {
  title: '生日月快乐',
  gifts: (count: number) =>
    count === 1
      ? '有一份礼物等您来取'
      : `${'零一两三四五六七八九'.charAt(count) || count}份礼物，选一份喜欢的`,
  chosen: '礼物在卡包里等您',
  points: '这几天消费，积分更多',
}
