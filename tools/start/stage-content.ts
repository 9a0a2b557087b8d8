/** What stands on this mall's stage: a member's phone, a friend's and an assistant's, and who can hold them. */
import type { Person, Spoken, StageContent } from '../../local/stage'
import { DEMO_PEOPLE, type DemoPerson } from '../demo-mall/people'

const both = (text: string): Spoken => ({ zh: text, en: text })

/** Drawn on the material of the card that a person holds when the mall opens. */
const MATERIALS: readonly (readonly [RegExp, string, string])[] = [
  [/^普通会员/, 'linear-gradient(135deg, #fdfcf9, #f3f0e9)', '#2b2822'],
  [/^银卡/, 'linear-gradient(118deg, #dde1e3, #f3f5f5 28%, #d3d8da 62%, #bec5c8)', '#20272b'],
  [/^金卡/, 'linear-gradient(122deg, #e3cd9f, #f3e7cb 30%, #dec593 66%, #cbab70)', '#35260b'],
  [/^白金卡/, 'linear-gradient(125deg, #51585f, #42484f 34%, #33383e 70%, #2a2e33)', '#f2f4f5'],
  [/^钻石卡/, 'linear-gradient(130deg, #22304a, #141d30 48%, #0d1424)', '#e9f0f8'],
]

/** The member whose phone is open first: in the middle of the ladder, with something to gain. */
const FIRST = 'shen-qinghe'
/** The member's friend has never been here: the phone opens where one joins. */
const FRIEND = 'xu-jianshan'

export function stageContent(): StageContent {
  const holders = (role: DemoPerson['role']) => {
    const people = DEMO_PEOPLE.filter((person) => person.role === role)
    return people.sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST)).map(onStage)
  }
  const members = holders('member')
  const friend = DEMO_PEOPLE.find(({ id }) => id === FRIEND)?.openid
  return {
    mark: '熟',
    name: { zh: '熟客', en: 'Shuke' },
    place: { zh: '示范商场', en: 'A demo mall' },
    walk: [
      { zh: '会员手机：出示会员码', en: 'Member: tap 出示会员码, show the code' },
      { zh: '店员手机：扫会员码', en: 'Assistant: tap 扫会员码, scan it' },
      { zh: '输入金额，确认登记', en: 'Key in an amount and confirm' },
      { zh: '回到会员手机，积分已到账', en: "Back on the member's phone, the points are there" },
    ],
    sides: [
      {
        id: 'member',
        title: { zh: '会员手机', en: 'Member' },
        entry: '/pages/member/home/index',
        people: members,
        peopleNote: { zh: '开张那天的会员', en: 'Members, as on opening day' },
        camera: { seesNothing: { zh: '别的手机上没有码', en: 'There is no code on another phone' } },
      },
      {
        id: 'friend',
        title: { zh: '朋友手机', en: 'Friend' },
        entry: '/pages/member/home/index',
        people: [...members].sort((a, b) => Number(b.openid === friend) - Number(a.openid === friend)),
        peopleNote: { zh: '开张那天的会员和访客', en: 'Members and visitors, as on opening day' },
        waits: true,
        camera: { seesNothing: { zh: '别的手机上没有码', en: 'There is no code on another phone' } },
      },
      {
        id: 'assistant',
        title: { zh: '店员手机', en: 'Assistant' },
        entry: '/pages/assistant/desk/index',
        people: holders('assistant'),
        camera: {
          seesNothing: {
            zh: '别的手机上没有会员码：先在会员手机上点「出示会员码」',
            en: "There is no code on another phone: tap 出示会员码 on the member's first",
          },
        },
      },
    ],
    resetAdvice: {
      zh: '这里登记的消费、退款和新会员都会清除，时间回到今天，示范商场从头开始。不能撤回。',
      en: 'Every purchase, refund and new member made here is erased, the clock goes back to today, and the demo mall begins anew. This cannot be undone.',
    },
  }
}

function onStage({ openid, name, about, phone }: DemoPerson): Person {
  const [, ground, ink] = MATERIALS.find(([card]) => card.test(about)) ?? []
  return {
    openid,
    name: both(name),
    note: both(about),
    phoneNumber: phone,
    nickname: name,
    ...(ground && ink ? { avatar: { ground, ink } } : {}),
  }
}
