/** Operations offers nothing to other modules: it looks at them from outside. */
export {}
