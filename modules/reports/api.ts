/** Reports offer nothing to other modules: they read every list from outside. */
export {}
