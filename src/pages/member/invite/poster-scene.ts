/** The picture of the poster: a table for two under a lamp, drawn in 358 by 214. Colours stay as they are, also in the dark. */
type Pen = CanvasRenderingContext2D
type Points = readonly (readonly [number, number])[]

const WIDTH = 358
const HEIGHT = 214

function fill(pen: Pen, colour: string, draw: () => void): void {
  pen.beginPath()
  draw()
  pen.fillStyle = colour
  pen.fill()
}

function stroke(pen: Pen, colour: string, width: number, draw: () => void): void {
  pen.beginPath()
  draw()
  Object.assign(pen, { strokeStyle: colour, lineWidth: width, lineCap: 'round' })
  pen.stroke()
}

const line = (pen: Pen, ...points: Points): void =>
  points.forEach(([x, y], n) => (n === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)))

const oval = (pen: Pen, x: number, y: number, rx: number, ry: number): void => {
  pen.save()
  pen.translate(x, y)
  pen.scale(rx, ry)
  pen.moveTo(1, 0)
  pen.arc(0, 0, 1, 0, 2 * Math.PI)
  pen.restore()
}

export function drawScene(pen: Pen): void {
  room(pen)
  light(pen)
  fill(pen, 'rgba(15, 42, 35, 0.5)', () => oval(pen, 179, 196, 92, 7))
  chair(pen, 1)
  chair(pen, -1)
  table(pen)
  cup(pen, 156, -1)
  cup(pen, 202, 1)
  flowers(pen)
}

function room(pen: Pen): void {
  fill(pen, '#1C4036', () => pen.rect(0, 0, WIDTH, HEIGHT))
  fill(pen, '#173730', () => pen.rect(0, 178, WIDTH, 36))
  for (const x of [28, 260])
    stroke(pen, '#2A5347', 1.2, () => {
      pen.rect(x, 30, 70, 112)
      line(pen, [x + 35, 30], [x + 35, 142])
      line(pen, [x, 86], [x + 70, 86])
    })
  const stars: readonly [number, number, number][] = [
    [45, 60, 1.5],
    [80, 110, 1.5],
    [82, 50, 1],
    [278, 104, 1.5],
    [312, 56, 1.5],
    [316, 118, 1],
  ]
  for (const [x, y, r] of stars) fill(pen, 'rgba(217, 196, 142, 0.55)', () => oval(pen, x, y, r, r))
}

function light(pen: Pen): void {
  const glow = pen.createRadialGradient(179, 74, 0, 179, 74, 150)
  glow.addColorStop(0, 'rgba(246, 217, 152, 0.62)')
  glow.addColorStop(0.45, 'rgba(233, 198, 121, 0.2)')
  glow.addColorStop(1, 'rgba(233, 198, 121, 0)')
  pen.fillStyle = glow
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  const beam = pen.createLinearGradient(0, 66, 0, 190)
  beam.addColorStop(0, 'rgba(248, 226, 174, 0.34)')
  beam.addColorStop(1, 'rgba(248, 226, 174, 0.03)')
  pen.beginPath()
  line(pen, [156, 68], [92, 192], [266, 192], [202, 68])
  pen.fillStyle = beam
  pen.fill()
  stroke(pen, '#0F2A23', 2, () => line(pen, [179, 0], [179, 40]))
  fill(pen, '#E9D3A0', () => {
    pen.moveTo(152, 68)
    pen.bezierCurveTo(154, 50, 165, 40, 179, 40)
    pen.bezierCurveTo(193, 40, 204, 50, 206, 68)
  })
  fill(pen, '#CDB279', () => {
    pen.moveTo(184, 40.4)
    pen.bezierCurveTo(196, 42.4, 204, 52, 206, 68)
    pen.lineTo(192, 68)
    pen.bezierCurveTo(192, 57, 189, 47, 184, 40.4)
  })
  fill(pen, '#FFF3D2', () => oval(pen, 179, 68, 27, 3.6))
}

/** @param side 1 for the left one, -1 for the right one. */
function chair(pen: Pen, side: 1 | -1): void {
  pen.save()
  pen.translate(179, 0)
  pen.scale(side, 1)
  pen.translate(-179, 0)
  stroke(pen, '#7C5B3D', 3.6, () => {
    line(pen, [96, 196], [102, 148])
    line(pen, [124, 196], [120, 148])
  })
  fill(pen, '#8A6544', () => {
    pen.moveTo(98, 146)
    pen.bezierCurveTo(95, 130, 93, 116, 94, 102)
    pen.bezierCurveTo(94.2, 99, 99, 99, 99.2, 102)
    pen.bezierCurveTo(100, 114, 103, 130, 104, 146)
  })
  fill(pen, '#A57B54', () => pen.rect(94, 144, 36, 6))
  pen.restore()
}

function table(pen: Pen): void {
  fill(pen, '#6B4D33', () => line(pen, [176, 140], [182, 140], [185, 194], [173, 194]))
  fill(pen, '#6B4D33', () => oval(pen, 179, 195, 24, 3))
  fill(pen, '#B98D62', () => pen.rect(134, 132, 90, 8))
  fill(pen, '#D0A87E', () => pen.rect(134, 132, 90, 3.5))
}

/** @param handle on which side it is. */
function cup(pen: Pen, x: number, handle: 1 | -1): void {
  fill(pen, '#FBF4E4', () => {
    pen.moveTo(x - 8, 118)
    pen.lineTo(x + 8, 118)
    pen.lineTo(x + 8, 124)
    pen.arc(x, 124, 8, 0, Math.PI)
  })
  stroke(pen, '#FBF4E4', 2, () => {
    const from = x + handle * 8
    line(pen, [from, 120.5])
    pen.bezierCurveTo(from + handle * 7, 120.5, from + handle * 7, 127, from, 127)
  })
  fill(pen, '#8A5A38', () => oval(pen, x, 118, 8, 1.7))
  stroke(pen, 'rgba(255, 243, 216, 0.7)', 1.5, () => {
    pen.moveTo(x, 112)
    pen.bezierCurveTo(x - 2, 108.5, x + 2, 107, x, 103)
  })
}

function flowers(pen: Pen): void {
  fill(pen, '#9DB3A0', () => pen.rect(175, 123, 8, 9))
  stroke(pen, '#9DB3A0', 1.3, () => {
    pen.moveTo(179, 123)
    pen.bezierCurveTo(178, 117, 175, 114, 172, 113)
    pen.moveTo(179, 123)
    pen.bezierCurveTo(179, 116, 181, 112, 184, 110)
  })
  fill(pen, '#E7B9A6', () => oval(pen, 171.5, 112, 2.8, 2.8))
  fill(pen, '#F6E7D8', () => oval(pen, 184.5, 109, 3.2, 3.2))
}
