// Loaded in the head of each page of ours, so that it runs before anything is painted: the settings themselves come a
// moment later. What was chosen for our pages stands beside them in this origin's own store, as a copy.
function apply() {
  const { dataset } = document.documentElement;
  for (const name of ['theme', 'keys']) {
    const chosen = localStorage.getItem(name);
    if (chosen === null) delete dataset[name];
    else dataset[name] = chosen;
  }
}

try {
  apply();
  addEventListener('storage', apply);
} catch {
  // A browser that keeps nothing for pages: they look as the system does until the settings are read.
}
