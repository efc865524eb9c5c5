// Says in the page that the network did not answer its scripts. Of links and forms, the browser says it.
(() => {
    let stale = null;
    const box = words => {
        const made = document.createElement('p');
        made.className = 'problem';
        made.setAttribute('role', 'alert');
        made.textContent = words;
        return made;
    };
    const say = event => {
        const {elt, target} = event.detail;
        if (elt.matches('form')) {
            // As where a question is declined: no older answer stands below what was asked last.
            target.replaceChildren(box(document.body.dataset.unreached));
        } else if (!stale) {
            stale = box(document.body.dataset.stale);
            elt.before(stale);
        }
    };
    document.addEventListener('htmx:sendError', say);
    document.addEventListener('htmx:timeout', say);
    document.addEventListener('htmx:afterOnLoad', () => {
        stale?.remove();
        stale = null;
    });
})();
