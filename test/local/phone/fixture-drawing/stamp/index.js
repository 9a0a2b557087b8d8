Component({
  lifetimes: {
    attached() {
      this.createSelectorQuery()
        .select('#poster')
        .fields({ node: true, size: true })
        .exec(([found]) =>
          this.triggerEvent('size', { width: found.width, hasPen: !!found.node.getContext('2d') }),
        )
    },
  },
})
