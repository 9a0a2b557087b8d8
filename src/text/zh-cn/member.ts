/**
 * Every word on the member's pages and on shared components, by page. A text with figures in it is a function.
 * Spoken to as 您; no exclamation marks; what happened first, then what can be done.
 */
import type { RefundReason } from '../../contract/views'

const reasons: Record<RefundReason, string> = {
  returned: '退货',
  exchanged: '换货',
  quality: '质量问题',
  price: '价格调整',
  'entry-error': '登记有误',
}

export const words = {
  shared: {
    back: '返回',
    retry: '再试一次',
    close: '关闭',
    loading: '正在加载',
    points: '积分',
    nobody: '客',
    /** Between the parts of a line, and of what a screen reader says. */
    comma: '，',
    list: '、',
  },

  /** What the four tabs are called. */
  tabs: { home: '会员', mall: '商城', wallet: '卡包', me: '我的' },

  privacy: {
    title: '用之前，先请您同意',
    uses: {
      phone: '办卡要用您的微信手机号，用来认出您的会员卡。',
      avatar: '要用您在微信里选的头像，显示在您的会员卡页。',
      clipboard: '要把文字放进剪贴板，方便您粘贴保存。',
      other: '这一步要用到您的个人信息。',
    },
    promise: '只用在这里写的用途上，您可以先读隐私保护指引。',
    read: '读隐私保护指引',
    agree: '同意',
    disagree: '不同意',
    refusedTitle: '您没有同意',
    without: {
      phone: '没有手机号就办不了会员卡。先逛逛也好，想办的时候再点一次按钮。',
      avatar: '头像没有换，会员卡照常使用。想换的时候再点一次。',
      clipboard: '文字没有复制。可以改用发到微信，或再点一次复制。',
      other: '这一步没有做，其他都照常使用。',
    },
    understood: '知道了',
  },

  card: {
    since: (year: number) => `${year} 年成为会员`,
    label: (tier: string, name: string, points: string) => `${tier}，${name}，${points} 积分`,
  },

  activity: {
    reasons,
    bought: (moment: string, amount: string) => `${moment} · 消费 ${amount}`,
    refunded: (moment: string, amount: string, reason: string) => `${moment} · 退 ${amount} · ${reason}`,
    upgraded: (tier: string) => `这一笔升到${tier}`,
    boughtAndWaits: (bought: string, waits: string) => `${bought}，${waits}`,
    waits: (day: string) => `待入账，${day}到账`,
    boughtLabel: (moment: string, store: string, amount: string, points: string) =>
      `${moment}，在${store}消费 ${amount}，得 ${points} 积分`,
    refundedLabel: (moment: string, store: string, amount: string, reason: string, points: string) =>
      `${moment}，${store}退款 ${amount}，${reason}，收回 ${points} 积分`,
  },

  home: {
    greetings: {
      night: '夜深了',
      morning: '早上好',
      noon: '中午好',
      afternoon: '下午好',
      evening: '晚上好',
    },
    hello: (greeting: string, name: string) => `${greeting}，${name}`,
    visits: (count: string) => `欢迎回来，这是您第 ${count} 次来访`,
    onlyVisit: '很高兴认识您，欢迎再来',
    firstVisit: '卡已经办好，等您第一次来',
    toNext: { before: '再消费', after: (tier: string) => `升级${tier}` },
    or: {
      visits: (times: number) => `或再来 ${times} 次`,
      activity: (times: number) => `或再参与 ${times} 次活动`,
    },
    toNextOr: (or: string, tier: string) => `${or}升级${tier}`,
    band: (inside: string, whole: string) => `${inside} / ${whole}`,
    progressLabel: (percent: number, gap: string, tier: string) =>
      `成长进度 ${percent}%，再消费 ${gap} 升级${tier}`,
    progressLabelOr: (percent: number, gap: string, or: string, tier: string) =>
      `成长进度 ${percent}%，再消费 ${gap} ${or}升级${tier}`,
    highest: (tier: string) => `已是${tier}`,
    showCode: '出示会员码',
    debtTitle: (points: string) => `待抵 ${points} 积分`,
    debtAdvice: '退货要收回的积分已经用掉或过期，下次消费得的先抵',
    lapsingTitle: (gap: string, tier: string) => `再消费 ${gap} 保住${tier}`,
    lapsingInGrace: (day: string) => `宽限期到 ${day}，不够会降一级`,
    lapsingAtEnd: (day: string) => `到 ${day}够了，就续一个周期`,
    pendingTitle: (points: string) => `待入账 ${points} 积分`,
    pendingAdvice: (day: string) => `${day}起到账，到账后就能用`,
    expiring: (day: string) => `将于 ${day}到期`,
    expiringPoints: (points: string) => `${points} 积分`,
    benefits: (tier: string) => `${tier}权益`,
    recent: '最近',
    share: (mall: string) => `${mall}会员卡，到店出示就能积分`,
    emptyTitle: '还没有消费记录',
    emptyAdvice: '结账前出示会员码，积分会记在这里',
    stale: '没有更新成，显示的是之前的内容',
    offers: '现在可以领的券',
    desk: '店员工作台',
    deskAdvice: '扫码、登记与退款',
  },

  join: {
    title: (mall: string) => `${mall}会员`,
    lead: '消费记成积分，退货时按同样的比例收回。近期消费决定等级，权益到店就能用。',
    tiersTitle: '五个等级',
    tierFrom: (amount: string) => `满 ${amount}`,
    tierFromBeside: {
      visits: (times: number) => `或来 ${times} 次`,
      activity: (times: number) => `或参与 ${times} 次活动`,
    },
    tierOpen: '办卡即是',
    tierRate: (rate: string) => `每元 ${rate} 积分`,
    tierRateAndDiscount: (rate: string, percent: number) =>
      `每元 ${rate} 积分，店员登记时 ${(100 - percent) / 10} 折`,
    nameField: '怎么称呼您',
    namePlaceholder: '姓名，店员会这样称呼您',
    nameMissing: '请先写下姓名',
    phoneButton: '用微信手机号办卡',
    busy: '正在办卡',
    consent: '办卡即同意我们保存您的姓名、手机号与消费记录，用于积分和等级。',
    privacy: '隐私保护指引',
    refusedTitle: '没有拿到手机号',
    refusedAdvice: '会员卡要靠手机号认出您。再点一次并选择允许即可，暂时不给也不影响逛店。',
    unknownRetry: '再问一次结果',
    otherPhone: '换一个手机号',
    doneTitle: (name: string) => `${name}，欢迎`,
    doneAdvice: '会员卡已经办好，结账前出示会员码即可。',
    tookOver: (points: string) => `您之前的 ${points} 积分已在卡上`,
    tookOverNone: '您之前的消费记录已并到这张卡',
    finish: '看看我的会员卡',
  },

  code: {
    title: '会员码',
    who: (tier: string, points: string) => `${tier}，${points} 积分`,
    barLabel: '会员条形码',
    qrLabel: '会员二维码',
    panelLabel: '动态会员码',
    digitsLabel: (digits: string) => `会员码数字 ${digits}`,
    renews: '秒后自动更新',
    renewsLabel: (seconds: number) => `${seconds} 秒后更新`,
    noCopy: '截图无效，请当面出示',
    renewing: '正在更新',
    renewNow: '立即更新',
    lastsOffline: '秒后失效',
    offline: '网络没有连上，这个码还能用一会儿',
    brightened: '屏幕已调亮，离开后恢复',
    cannotScan: '扫不出来？还有两个办法',
    scannedTitle: '店员已扫码',
    scannedAdvice: '正在登记，结果会显示在这里',
    earned: '积分到账',
    waiting: '积分待入账',
    activates: (day: string) => `${day}到账，到账后就能用`,
    takenBack: '积分收回',
    paid: (amount: string, store: string) => `${store} · 消费 ${amount}`,
    refunded: (amount: string, store: string, reason: string) => `${store} · 退款 ${amount} · ${reason}`,
    balance: (points: string) => `现有 ${points} 积分`,
    upgraded: (tier: string) => `这一笔升到${tier}，下次消费起生效`,
    resultLabel: (kind: string, points: string) => `${kind} ${points}`,
    finish: '完成',
    showAgain: '再出示一次',
    failedTitle: '会员码暂时没取到',
    failedAdvice: {
      offline: '网络没有连上。积分和记录都在，请再试一次，或到收银台报手机号。',
      slow: '等了很久没有答复。积分和记录都在，请再试一次，或到收银台报手机号。',
      cloud: '服务暂时没有答复。积分和记录都在，请再试一次，或到收银台报手机号。',
    },
    otherWays: '改报手机号',
    otherWaysTitle: '没有码也能记上',
    readDigits: '请店员输入条形码下的 18 位数字，和扫码一样。',
    sayBirthday: '报手机尾号和生日，店员也能找到您。',
    addBirthday: '先在我的 › 个人资料填上生日，报手机尾号和生日，店员也能找到您。',
    sayPhone: (tail: string) => `到收银台报入会的手机号，尾号 ${tail}，积分记到这张卡上。`,
    sayPhoneUnknown: '到收银台报入会的手机号，积分记到同一张卡上。',
    joinFirst: '去办卡',
  },
}
