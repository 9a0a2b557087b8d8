Page({
  data: { answer: '' },
  show(answer) {
    this.setData({ answer: typeof answer === 'string' ? answer : JSON.stringify(answer) })
  },
  subscribe(event) {
    wx.requestSubscribeMessage({
      tmplIds: event.currentTarget.dataset.ids.split(','),
      complete: (answer) => this.show(answer.errCode ? `${answer.errCode} ${answer.errMsg}` : answer),
    })
  },
  later() {
    setTimeout(() => {
      wx.requestSubscribeMessage({ tmplIds: ['ready'], complete: ({ errMsg }) => this.show(errMsg) })
    }, 30)
  },
  async afterAsking() {
    await wx.showModal({ title: '取货提醒', content: '要收到吗' })
    wx.requestSubscribeMessage({ tmplIds: ['ready'], complete: (answer) => this.show(answer) })
  },
  async pay(event) {
    const { outTradeNo } = event.currentTarget.dataset
    const { result } = await wx.cloud.callFunction({ name: 'order', data: { outTradeNo } })
    wx.requestPayment({ ...result.payment, complete: ({ errMsg }) => this.show(errMsg) })
  },
})
