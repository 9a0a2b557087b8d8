/** The words of the member's own page: profile, consents, who looked, the life of the card, the export. */
import type { PhoneReason } from '../../contract/client-book'
import type { SizeKind } from '../../domain/members/client-card'
import type { Purpose } from '../../domain/members/consent'
import { before } from './before'

/** What each purpose means, in one sentence. */
const purposes: Record<Purpose, { readonly title: string; readonly means: string }> = {
  service: {
    title: '会员服务',
    means: '用手机号和消费记录来积分、定等级、办退货，没有它就没有会员卡。',
  },
  offers: { title: '优惠与活动', means: '按您的消费和偏好挑选优惠，并发消息告诉您。' },
  birthday: { title: '生日问候', means: '在您填的生日前后送上问候和礼遇。' },
  sensitive: {
    title: '过敏等提醒给店员看',
    means: '您告诉过我们的过敏与禁忌，只给正在服务您的店员和您的导购看。收回时，记下的即刻删除。',
  },
  analysis: { title: '改进服务的统计', means: '把您的消费计入统计，只看合计，不看到个人。' },
}

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

  about: '关于我',
  profile: '个人资料',
  profileNone: '还没有填',
  birthdayNone: '生日还没有填',
  consents: '资料用在哪里',
  consentsOn: (count: number) => (count > 0 ? `${count} 项已开` : '都关着'),
  looks: '谁看过我的资料',
  export: '导出我的资料',
  thisPhone: '这部手机',
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

  reading: {
    title: '语言与字号',
    lead: '只改这部手机上的显示，随时可以换回。',
    language: '语言',
    font: '字号',
    followWechat: '跟随微信',
    fonts: { wechat: '跟随微信', standard: '标准', large: '大', largest: '特大' },
    sampleTitle: '下午好，这样看得清吗',
    sampleSmall: '今天 14:36 · 消费 ¥386.00',
    take: '用这个字号',
    inUse: '正在用这个字号',
  },

  form: {
    avatar: '头像',
    avatarChoose: '选头像',
    avatarRemove: '不用头像',
    avatarAdvice: '只有您自己看得到',
    avatarSaving: '正在换',
    title: '个人资料',
    name: '姓名',
    nameAdvice: '店员会这样称呼您',
    nameMissing: '请写下姓名',
    salutation: '称呼',
    birthday: '生日',
    birthdayAdvice: '填好之后，一年可以改一次。',
    birthdayLocked: (day: string) => `${day}起可以再改`,
    birthdayChoose: '选择月份和日子',
    birthdayClear: '不填生日',
    leapMonth: '闰月出生',
    tags: '偏好',
    tagsAdvice: '几个短词就好，最多 12 个',
    tagField: '比如 手冲、靠窗',
    tagAdd: '添加',
    tagRemove: (tag: string) => `删去 ${tag}`,
    save: '保存',
    saving: '正在保存',
    again: '再保存一次',
  },

  consent: {
    title: '资料用在哪里',
    lead: '除了会员服务，其余都由您决定，随时可以收回，收回即刻生效。',
    purposes,
    on: '已开',
    off: '已关',
    needed: '服务必需',
    changed: (moment: string) => before('改动于', moment),
    label: (title: string, state: string) => `${title}，${state}`,
    policy: (version: number) => `说明第 ${version} 版`,
  },

  look: {
    title: '谁看过我的资料',
    lead: '店员扫过会员码，或您报出手机尾号和生日之后，半小时内能看到您的姓名、等级、积分和本店记录。您的导购不在您到店时也能看。手机号只露尾号，看完整号码要说明原因，都记在这里。',
    purposes: { service: '为您服务', 'own-book': '您的导购看了您在本店的记录', phone: '看了完整手机号' },
    reasons: {
      pickup: '联系取货',
      'after-sale': '售后回访',
      asked: '您要求的',
      other: '其他原因',
    } satisfies Record<PhoneReason, string>,
    ways: { code: '扫了会员码', said: '您报了手机尾号和生日' },
    more: '看更早的',
    emptyTitle: '还没有人看过',
    emptyAdvice: '店员扫您的会员码之后，会记在这里。',
  },

  noted: {
    title: '店员记下的',
    lead: '尺码、偏好和过敏，免得每次再问。各店的店员在您到店时能看到，您的导购平时也能看到。不想留的，随时删去。',
    kinds: {
      top: '上装',
      bottom: '下装',
      waist: '腰围',
      shoe: '鞋码',
      ring: '指围',
    } satisfies Record<SizeKind, string>,
    sizes: '尺码',
    preferences: '偏好',
    allergies: '过敏与禁忌',
    none: '没有记',
    allergiesOff: '您没有同意给店员看，所以没有记。可以在「资料用在哪里」里打开。',
    allergiesOn: '收回同意时，这里记的即刻删除。',
    changed: (store: string, moment: string) => `${store} · ${moment}`,
    remove: '删去',
    removeLabel: (line: string) => `删去 ${line}`,
    emptyTitle: '店员还没有记下什么',
    emptyAdvice: '到店时告诉店员尺码或喜好，下次就不用再说。',
  },

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
