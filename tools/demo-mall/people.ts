/** The invented people and shops of the demo mall. Nobody here exists; no number here is anybody's. */
export type Role = 'member' | 'assistant' | 'manager'

export interface DemoPerson {
  /** Names the person in the purchases of the demo. */
  readonly id: string
  /** As WeChat would say it; letters in it, since a number would not survive the SDK. */
  readonly openid: string
  readonly phone: string
  readonly name: string
  readonly role: Role
  /** Where an assistant works. */
  readonly storeId: string | null
  /** False for those who open the mini program for the first time. */
  readonly joins: boolean
  /** Who it is, for the page on which a visitor picks a phone. */
  readonly about: string
}

export interface DemoStore {
  readonly storeId: string
  readonly name: string
  readonly category: string
  readonly tillId: string
}

const store = (storeId: string, name: string, category: string): DemoStore => ({
  storeId,
  name,
  category,
  tillId: `${storeId}-1`,
})

export const DEMO_STORES: readonly DemoStore[] = [
  store('coffee', '拾光咖啡', '餐饮'),
  store('books', '半日书店', '生活'),
  store('tea', '山岚茶室', '餐饮'),
  store('flowers', '见野花事', '生活'),
  store('clothes', '素白服饰', '服饰'),
  store('home', '木与家居', '家居'),
]

const person = (
  number: number,
  id: string,
  name: string,
  about: string,
  other: Partial<DemoPerson> = {},
): DemoPerson => ({
  id,
  openid: `demo-${id}`,
  phone: `1990000${String(1000 + number)}`,
  name,
  role: 'member',
  storeId: null,
  joins: true,
  about,
  ...other,
})

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person(1, 'lu-xiaoman', '陆小满', '普通会员'),
  person(2, 'fang-zhixing', '方知行', '银卡'),
  person(3, 'shen-qinghe', '沈清和', '金卡'),
  person(4, 'pei-qingyue', '裴清越', '白金卡'),
  person(5, 'wen-di', '闻笛', '钻石卡'),
  person(6, 'jiang-wanyin', '江晚吟', '金卡'),
  person(7, 'song-zhixu', '宋知许', '银卡'),
  person(8, 'long-name', '阿依古丽·买买提江·吐尔逊娜依', '银卡，名字很长'),
  person(9, 'lin-xiaoyu', '林小雨', '普通会员'),
  person(10, 'he-yian', '何以安', '普通会员，退货后欠积分'),
  person(13, 'qiao-anhe', '乔安禾', '银卡，周期已满，在宽限期'),
  person(11, 'zhou-yuan', '周予安', '买过东西，还没有入会', { joins: false }),
  person(12, 'xu-jianshan', '许见山', '访客，还没有买过东西', { joins: false }),
  person(21, 'gu-xiaowen', '顾晓雯', '半日书店的导购', { role: 'assistant', storeId: 'books' }),
  person(22, 'cheng-yichuan', '程一川', '拾光咖啡的导购', { role: 'assistant', storeId: 'coffee' }),
  person(31, 'meng-shuyan', '孟书言', '商场管理员', { role: 'manager' }),
]

/** Whom members have invited; nobody holds their phones on the stage. */
export const DEMO_FRIENDS: readonly DemoPerson[] = [
  person(41, 'cheng-yu', '程予', '沈清和的朋友'),
  person(42, 'wen-yan', '温言', '沈清和的朋友'),
  person(43, 'bai-zhou', '柏舟', '沈清和的朋友，第一单还在退货期'),
  person(44, 'xu-wei', '许未', '沈清和的朋友，还没有买过东西'),
  person(45, 'tao-ran', '陶然', '裴清越的朋友'),
  person(46, 'jian-ning', '简宁', '裴清越的朋友'),
  person(47, 'zhu-hao', '祝好', '裴清越的朋友'),
  person(48, 'chi-yifan', '池一凡', '裴清越的朋友'),
  person(49, 'mi-nuo', '米诺', '裴清越的朋友'),
  person(50, 'luo-wang', '罗望', '闻笛的朋友'),
  person(51, 'qi-xiuyuan', '齐修远', '闻笛的朋友'),
  person(52, 'gan-tang', '甘棠', '闻笛的朋友'),
  person(53, 'wei-nan', '卫南', '江晚吟的朋友'),
]

export function personOf(id: string): DemoPerson {
  const person = [...DEMO_PEOPLE, ...DEMO_FRIENDS].find((each) => each.id === id)
  if (!person) throw new Error(`nobody is called ${id}`)
  return person
}
