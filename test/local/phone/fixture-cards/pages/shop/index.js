Page({
  data: { answer: '' },
  scan(event) {
    wx.scanCode({
      onlyFromCamera: event.currentTarget.dataset.only === true,
      success: ({ result, scanType, path }) => this.setData({ answer: `${scanType} ${path || result}` }),
      fail: ({ errMsg }) => this.setData({ answer: errMsg }),
    })
  },
  onShareAppMessage({ from, target }) {
    const gift = from === 'button' ? target.dataset.gift : 'menu'
    return {
      title: '先给的，会被后给的替换',
      path: 'pages/gift/index',
      promise: Promise.resolve({
        title: '送您一份礼',
        path: `pages/gift/index?gift=${gift}`,
        imageUrl: '/gift.svg',
      }),
    }
  },
  onShareTimeline() {
    return { title: '样店开门了', query: 'from=timeline' }
  },
})
