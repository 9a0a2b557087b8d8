/** The words of what one sets: profile, consents, language and size; of what was noted and who looked. */
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

export const SETTINGS_TEXT = {
  reading: {
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
}
