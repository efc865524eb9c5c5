// Puts what a file says into the draft's text. Without scripts one pastes it.
(() => {
    const upload = document.getElementById('upload');
    const told = document.getElementById('upload-told');
    const types = {txt: 'text/plain', md: 'text/markdown',
        docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'};
    upload.hidden = false;
    document.getElementById('file').addEventListener('change', async event => {
        const file = event.target.files[0];
        if (!file) return;
        const form = event.target.form;
        const type = types[file.name.split('.').pop().toLowerCase()] || 'text/plain';
        const answer = await fetch('/console/publisher/texts', {method: 'POST', body: file,
            headers: {'Content-Type': type, 'X-CSRF-TOKEN': form.elements._csrf.value}}).catch(() => null);
        if (!answer || !answer.ok) {
            told.textContent = upload.dataset.failed;
            return;
        }
        const drafted = await answer.json();
        form.elements.text.value = drafted.text;
        told.textContent = [file.name, ...drafted.warnings.map(warning => warning.message)].join(' – ');
    });
})();
