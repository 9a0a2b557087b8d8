const pixel = (pen, x, y) => [...pen.getImageData(x, y, 1, 1).data].join()

Page({
  data: { seen: '', kept: '', stamped: '', touched: '' },
  onReady() {
    wx.createSelectorQuery()
      .select('#poster')
      .node(({ node }) => this.draw(node))
      .select('#poster')
      .boundingClientRect()
      .select('#poster')
      .fields({ size: true, computedStyle: ['width', 'display'] })
      .exec(([first, second, third]) => {
        this.answers = [Object.keys(first), second.width, third.height, third.width, third.display]
      })
  },
  draw(canvas) {
    this.canvas = canvas
    this.fresh = [canvas.width, canvas.height]
    const { pixelRatio } = wx.getWindowInfo()
    canvas.width = 200 * pixelRatio
    canvas.height = 100 * pixelRatio
    const pen = canvas.getContext('2d')
    pen.scale(pixelRatio, pixelRatio)
    pen.fillStyle = '#ff0000'
    pen.fillRect(0, 0, 200, 100)
    const dot = canvas.createImage()
    dot.onload = () => {
      pen.drawImage(dot, 20, 20)
      canvas.requestAnimationFrame(() => this.finish(pen, dot))
    }
    dot.src = '/dot.svg'
  },
  finish(pen, dot) {
    const stencil = wx.createOffscreenCanvas({ type: '2d', width: 10, height: 10 })
    const other = stencil.getContext('2d')
    other.fillStyle = '#00ff00'
    other.fillRect(0, 0, 10, 10)
    pen.drawImage(stencil, 180, 80)
    const { pixelRatio: scale } = wx.getWindowInfo()
    const seen = [pixel(pen, 1, 1), pixel(pen, 30 * scale, 30 * scale), pixel(pen, 185 * scale, 85 * scale)]
    this.setData({ seen: `${seen.join(' ')} ${dot.width} ${pen.canvas === this.canvas}` })
  },
  async keep(options) {
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: this.canvas, ...options })
    this.setData({ kept: tempFilePath })
    return { path: tempFilePath, ...(await wx.getImageInfo({ src: tempFilePath })) }
  },
  touched({ detail }) {
    this.setData({ touched: `${Math.round(detail.x)}` })
  },
  stamped({ detail }) {
    this.setData({ stamped: `${detail.width} ${detail.hasPen}` })
  },
})
