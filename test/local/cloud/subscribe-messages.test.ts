/** Subscribe messages through the unmodified SDK: consents, values, what was sent and what is refused. */
import { ANNA, call, given, refusalOf, TEMPLATE, withRule } from './given-open-api'

describe('subscribe messages', () => {
  const message = {
    touser: ANNA,
    templateId: TEMPLATE,
    page: 'pages/home/index',
    data: { thing1: { value: '到期' } },
  }
  const allow = async (answers: object = {}) => {
    const response = await fetch(`${given.cloud.url}/client/requestSubscribeMessage`, {
      method: 'POST',
      headers: { 'x-local-openid': ANNA },
      body: JSON.stringify({ tmplIds: [TEMPLATE], ...answers }),
    })
    return (await response.json()) as Record<string, unknown>
  }

  it('take one consent each, consents add up, and messageGrants refuses what goes beyond', async () => {
    expect(await allow()).toEqual({ errMsg: 'requestSubscribeMessage:ok', [TEMPLATE]: 'accept' })
    await allow()
    const first = await call('subscribeMessage.send', message)
    expect(first['msgid']).toMatch(/^\d{19}$/)
    await call('subscribeMessage.send', message)
    const refused = await refusalOf('subscribeMessage.send', message)
    expect(refused).toContain('43101')
    expect(refused).toContain('user refuse to accept the msg')
    expect(given.cloud.messages.list()).toMatchObject([
      { id: 1, msgid: first['msgid'], openid: ANNA, templateId: TEMPLATE, data: message.data },
      { id: 2 },
    ])
    expect(given.cloud.messages.grants()).toEqual([{ openid: ANNA, templateId: TEMPLATE, remaining: 0 }])
  })

  it('a consent that was refused grants nothing', async () => {
    expect(await allow({ answers: { [TEMPLATE]: 'reject' } })).toMatchObject({ [TEMPLATE]: 'reject' })
    expect(given.cloud.messages.grants()).toEqual([])
  })

  it('more than three templates are not asked for at once', async () => {
    expect(await allow({ tmplIds: ['a', 'b', 'c', 'd'] })).toMatchObject({ errCode: 20003 })
  })

  it.each([
    ['thing1', '一'.repeat(20), '一'.repeat(21)],
    ['number2', '12.50', '12元'],
    ['letter1', 'abc', 'a1'],
    ['symbol1', '***', 'a'],
    ['character_string3', 'A'.repeat(32), '单号'],
    ['time4', '2027年1月1日 15:01', '下午'],
    ['time5', '15:01~16:01', '15'],
    ['date6', '2027-01-31', '明天'],
    ['amount7', '￥12.50', '十二元'],
    ['phone_number8', '+86-0766-66888866', '12345678901234567890'],
    ['car_number9', '粤A8Z888挂', '粤A8Z888888挂'],
    ['name10', '王小明', '王'.repeat(11)],
    ['name11', 'Anna Berg', 'A'.repeat(21)],
    ['phrase12', '配送中', '配送中了吗呢'],
    ['phrase13', '配送', 'sent'],
    ['thing14', 'a', ''],
    ['strange1', undefined, 'x'],
  ])('messageValues lets %s be %j, and refuses %j', async (name, right, wrong) => {
    await allow()
    const send = (value: string) => ({ ...message, data: { [name]: { value } } })
    expect(await refusalOf('subscribeMessage.send', send(wrong))).toMatch(new RegExp(`47003.*${name}`, 's'))
    if (right !== undefined) expect((await call('subscribeMessage.send', send(right)))['errCode']).toBe(0)
  })

  it('a message that was refused costs no consent', async () => {
    await allow()
    await refusalOf('subscribeMessage.send', { ...message, data: { thing1: { value: '' } } })
    expect(given.cloud.messages.grants()).toMatchObject([{ remaining: 1 }])
  })

  it.each([
    [{ touser: '' }, '40003'],
    [{ templateId: '' }, '40037'],
  ])('without its receiver or template it is refused: %j', async (change, code) => {
    expect(await refusalOf('subscribeMessage.send', { ...message, ...change })).toContain(code)
  })

  it.each(['messageGrants', 'messageValues'])('%s is a switch', async (rule) => {
    await withRule(rule, async () => {
      if (rule === 'messageValues') await allow()
      const data = rule === 'messageValues' ? { odd1: { value: '' } } : message.data
      expect((await call('subscribeMessage.send', { ...message, data }))['errCode']).toBe(0)
    })
  })

  it('the control door has what was sent and what is allowed, the person what they got', async () => {
    const control = async (route: string, body?: object) => {
      const init = body
        ? { method: 'POST', body: JSON.stringify(body) }
        : { headers: { 'x-local-openid': ANNA } }
      return (await (await fetch(`${given.cloud.url}/${route}`, init)).json()) as Record<string, unknown>
    }
    await control('control/messages/grants', { openid: ANNA, templateId: TEMPLATE, count: 2 })
    await call('subscribeMessage.send', message)
    const { messages, grants } = await control('control/messages')
    expect(messages).toMatchObject([
      { openid: ANNA, sentAt: expect.any(Number) as number, page: message.page },
    ])
    expect(grants).toEqual([{ openid: ANNA, templateId: TEMPLATE, remaining: 1 }])
    expect((await control('control/messages?after=1'))['messages']).toEqual([])
    expect((await control('client/messages'))['messages']).toEqual(messages)
  })
})
