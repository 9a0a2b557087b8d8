Page({
  data: { came: '' },
  onLoad(query) {
    const { scene } = wx.getEnterOptionsSync()
    this.setData({
      came: `${decodeURIComponent(query.scene || query.gift || '')} ${scene} ${wx.getLaunchOptionsSync().scene}`,
    })
  },
})
