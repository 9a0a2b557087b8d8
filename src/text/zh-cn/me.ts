/** The words of the member's own page: profile, consents, who looked, the life of the card, the export. */
import { before } from './before'

const lunarMonths = '正月 二月 三月 四月 五月 六月 七月 八月 九月 十月 冬月 腊月'.split(' ')
const digits = '一二三四五六七八九十'
const lunarDay = (day: number): string => {
  if (day <= 10) return `初${digits.charAt(day - 1)}`
  if (day < 20) return `十${digits.charAt(day - 11)}`
  if (day === 20) return '二十'
  return day === 30 ? '三十' : `廿${digits.charAt(day - 21)}`
}

export const ME_TEXT = {
  title: '我的',
  open: '我的资料与会员卡',
  salutations: { ms: '女士', mr: '先生' },
  noSalutation: '不说',
  chosen: (words: string) => `${words}，已选`,
  phone: (tail: string) => `手机尾号 ${tail}`,
  joinFirst: '去办卡',
  unknownTitle: '还不知道有没有办成',
  unknownAdvice: '没有等到答复。再按一次会接着问结果，不会办两次。',

  notices: '通知',
  unread: (count: number) => (count > 0 ? `${count > 98 ? '99+' : count} 条未读` : '都看过了'),
  messages: '消息设置',
  about: '关于我',
  profile: '个人资料',
  invite: '邀请好友',
  profileNone: '还没有填',
  birthdayNone: '生日还没有填',
  consents: '资料用在哪里',
  consentsOn: (count: number) => (count > 0 ? `${count} 项已开` : '都关着'),
  noted: '店员记下的',
  looks: '谁看过我的资料',
  export: '导出我的资料',
  thisPhone: '这部手机',
  reading: '语言与字号',
  cardTitle: '会员卡',
  cardNumber: '卡号',
  freeze: '手机丢了，冻结会员卡',
  unfreeze: '解冻会员卡',
  replace: '换一个卡号',
  closeAccount: '注销会员卡',
  frozenTitle: '会员卡已冻结',
  frozenAdvice: (moment: string) => `${before('冻结于', moment)}。会员码暂停出示，在收银台报手机号仍会积分。`,
  frozenOnHome: '会员码暂停出示，报手机号仍会积分',
  frozenOnCode: '会员码暂停出示。手机找回来了，可以在「我的」里解冻；收银台报手机号仍会积分。',
  toMe: '去解冻',

  lunarMonths,
  lunarDay,
  solar: '公历',
  lunar: '农历',
  leap: '闰',
  month: (month: number) => `${month} 月`,
  day: (day: number) => `${day} 日`,
  year: (year: number) => `${year} 年`,
  noYear: '不填年份',

  change: {
    freeze: {
      title: '冻结会员卡',
      means: [
        '会员码立刻停用，之前出示的码也作废。',
        '在收银台报手机号消费，仍会积分。',
        '手机找回来，随时可以在这里解冻。',
      ],
      confirm: '冻结',
      running: '正在冻结',
    },
    unfreeze: {
      title: '解冻会员卡',
      means: ['会员码立刻可以出示。', '若怕有人记下了旧卡号，可以再换一个卡号。'],
      confirm: '解冻',
      running: '正在解冻',
    },
    replace: {
      title: '换一个卡号',
      means: ['换成新的卡号，旧卡号和旧码立刻作废，不能换回。', '积分、等级和记录都跟着走。'],
      confirm: '换卡号',
      running: '正在换',
    },
    again: '再问一次结果',
    keep: '先不',
  },

  close: {
    title: '注销会员卡',
    means: (points: string, pending: string | null) => [
      pending === null
        ? `${points} 积分全部作废，不能找回。`
        : `${points} 积分和待入账的 ${pending} 积分全部作废，不能找回。`,
      '等级、姓名、手机号、生日、偏好、授权和店员记下的尺码与过敏全部删除。',
      '消费与退款的账目依法留存，不再带您的姓名和手机号；小票仍可退货退款。',
      '以后可以用同一个手机号重新办卡，从零开始。',
    ],
    first: '我知道了，继续',
    surely: (points: string) => `最后确认：注销后 ${points} 积分作废，不能撤销。`,
    confirm: '注销并作废积分',
    running: '正在注销',
    keep: '保留会员卡',
    doneTitle: '会员卡已注销',
    doneAdvice: '您的姓名、手机号和授权已经删除。想回来时，重新办卡就好。',
    finish: '知道了',
  },

  exporting: {
    title: '导出我的资料',
    lead: '资料、授权、消费、退款、积分流水、店员记下的和被查看的记录，整理成一份 JSON 文件。里面有您的手机号，请只发给自己。',
    gather: '整理成文件',
    gathering: (rows: string) => `正在整理，已有 ${rows} 条`,
    ready: (rows: string) => `整理好了，共 ${rows} 条`,
    share: '发到微信',
    copy: '复制文字',
    copied: '已复制，可以粘贴到备忘录或文件里保存',
    cannotShare: '这台手机发不了文件，请改用复制文字。',
    cannotCopy: '没有复制成，请再试一次。',
    fileName: '我的会员资料.json',
  },
}
