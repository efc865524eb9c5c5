// Puts what a file says into the draft's text. Without scripts one pastes it.
(() => {
    const PATIENCE = 120_000;
    const upload = document.getElementById('upload');
    const told = document.getElementById('upload-told');
    const problem = document.createElement('p');
    problem.className = 'problem';
    problem.setAttribute('role', 'alert');
    const types = {txt: 'text/plain', md: 'text/markdown',
        docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'};

    const read = async (file, token) => {
        const type = types[file.name.split('.').pop().toLowerCase()] || 'text/plain';
        const answer = await fetch('/console/publisher/texts', {method: 'POST', body: file,
            signal: AbortSignal.timeout(PATIENCE), headers: {'Content-Type': type, 'X-CSRF-TOKEN': token}});
        return answer.ok ? answer.json() : null;
    };
    const fail = (field, words) => {
        problem.textContent = words;
        told.after(problem);
        // So that choosing the same file once more is a change again.
        field.value = '';
    };

    upload.hidden = false;
    document.getElementById('file').addEventListener('change', async event => {
        const field = event.target;
        const file = field.files[0];
        if (!file) return;
        problem.remove();
        try {
            const drafted = await read(file, field.form.elements._csrf.value);
            if (!drafted) return fail(field, upload.dataset.failed);
            field.form.elements.text.value = drafted.text;
            told.textContent = [file.name, ...drafted.warnings.map(warning => warning.message)].join(' – ');
        } catch (failure) {
            // JSON that is none is an answer; a network that breaks off while it comes is not.
            fail(field, failure instanceof SyntaxError ? upload.dataset.failed : upload.dataset.unreached);
        }
    });
})();
