// <consent-terms>: shows an edition of terms on a sign-up page, takes the customer's answer and hands out the receipt.
// It asks the page's own backend and nobody else, so that no token of the ledger comes into a browser. See docs/EMBEDDING.md.

/** Milliseconds; then an answer is taken for lost. */
const PATIENCE = 30_000;

const LANGUAGES = ['ja', 'en'];
const WORDS = {
    loading: ['約款を読み込んでいます。', 'Loading the terms.'],
    terms: ['約款', 'Terms'],
    changes: ['前回の版から変わったところ', 'What changed since your last edition'],
    unknown: ['前回の版との違いを表示できません。全文は下にあります。',
        'What changed since your last edition cannot be shown. The whole text is below.'],
    now: ['新', 'Now'],
    before: ['旧', 'Before'],
    CHANGED: ['変更', 'Changed'],
    ADDED: ['新設', 'Added'],
    DELETED: ['削除', 'Deleted'],
    MOVED: ['移動', 'Moved'],
    ELIDED: ['一方で略', 'One side omitted'],
    text: ['約款の本文', 'The terms'],
    together: ['約款とともに適用される利用目的', 'Purposes of use that come with the terms'],
    choices: ['任意の利用目的', 'Voluntary purposes of use'],
    hint: ['約款への同意とは別に、一つずつお選びください。', 'Each is a choice of its own, apart from accepting the terms.'],
    hintBoth: ['約款に同意するにはどちらかをお選びください。', 'To accept, choose either for each.'],
    required: ['選択が必要です', 'Choice needed'],
    dataItems: ['使う情報：', 'Data used: '],
    thirdParties: ['第三者への提供を含みます', 'includes provision to third parties'],
    given: ['同意する', 'I consent'],
    refused: ['同意しない', 'I do not consent'],
    accept: ['約款に同意する', 'Accept the terms'],
    refuse: ['約款に同意しない', 'Refuse the terms'],
    sending: ['送信しています。', 'Sending.'],
    accepted: ['同意を記録しました', 'Your acceptance is recorded'],
    refusal: ['同意しないことを記録しました', 'Your refusal is recorded'],
    record: ['記録番号：', 'Record: '],
    receipt: ['受領証を保存する', 'Save the receipt'],
    later: ['受領証は後から発行されます。', 'The receipt is issued later.'],
    noAnswer: ['応答がありません', 'There is no answer'],
    connection: ['通信の状態を確かめてください。', 'Please check the connection.'],
    nothing: ['何も記録していません。', 'Nothing is recorded.'],
    once: ['何度試しても、記録は一度だけです。', 'However often you try, it is recorded once at most.'],
    retry: ['もう一度試す', 'Try again'],
    again: ['約款を表示し直す', 'Show the terms again']
};

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(`
:host { display: block; line-height: 1.7; overflow-wrap: anywhere }
:host([hidden]) { display: none }
* { box-sizing: border-box }
.paper { max-height: 24rem; overflow: auto; padding: 1rem; border: 1px solid; white-space: pre-wrap }
.changes { list-style: none; padding: 0 }
.changes li { padding: .5rem 0; border-bottom: 1px solid }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: .5rem 1.5rem }
.sides p { margin: 0; white-space: pre-wrap }
.fine { display: block; font-weight: normal; font-size: .875em }
fieldset { min-width: 0; margin: 1rem 0; padding: .5rem 1rem; border: 1px solid }
.answer { margin: 0; padding: 0; border: 0 }
legend { float: left; width: 100%; margin-bottom: .5rem; font-weight: bold }
legend ~ label { clear: both }
label { display: flex; align-items: center; gap: .75rem; min-height: 2.75rem }
input { flex: none; width: 1.5rem; height: 1.5rem; margin: 0 }
.buttons { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: 2rem 0 }
button, .button { display: inline-block; min-height: 3rem; padding: .6rem 1rem; border: 1px solid; border-radius: .5rem;
    font: inherit; font-weight: bold; text-decoration: none; color: #0017c1; background: #fff; cursor: pointer }
button:disabled { color: #555 }
.problem { margin: 1.5rem 0; padding: 0 1rem 1rem; border: 2px solid #c5000a }
:focus-visible { outline: 4px solid; outline-offset: 2px }
[tabindex="-1"] { outline: none }`);

/** An element; what it says is text, never markup. */
const make = (tag, attributes, ...content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value !== null) element.setAttribute(name, value);
    }
    element.append(...content.flat());
    return element;
};

/** What the ledger declined (RFC 9457) as the backend passed it on; without a code nothing intelligible came. */
class Problem extends Error {
    constructor(status, said) {
        super(said?.code ?? 'NO_ANSWER');
        Object.assign(this, {status, code: said?.code, title: said?.title, detail: said?.detail});
    }

    /** Whether nothing was recorded for certain; what stops a request on its way says nothing about an earlier attempt. */
    get isCertain() {
        return this.code && this.status >= 400 && this.status < 500 && ![401, 403, 408, 425, 429].includes(this.status);
    }
}

const ask = async (address, isAnswer, options) => {
    let answer;
    let said;
    try {
        answer = await fetch(address, {cache: 'no-store', signal: AbortSignal.timeout(PATIENCE), ...options});
        said = answer.status === 204 ? null : await answer.json();
    } catch {
        throw new Problem(answer?.status ?? 0);
    }
    if (!answer.ok) throw new Problem(answer.status, said);
    if (!isAnswer(said)) throw new Problem(answer.status);
    return said;
};

const isPresentation = said => said?.token && typeof said.text === 'string' && Array.isArray(said.purposes);
const isComparison = said => said === null || Array.isArray(said.rows);
const isRecord = said => said?.recordId;

/** Of 128 random bits; a page without TLS has no randomUUID. */
const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

class ConsentTerms extends HTMLElement {
    #language;
    #content = make('div', {});
    #told = make('p', {role: 'status'});

    connectedCallback() {
        if (this.shadowRoot) return;
        const missing = ['presentation', 'acceptance', 'refusal'].filter(name => !this.hasAttribute(name));
        if (missing.length) {
            console.error('<consent-terms> lacks ' + missing);
            return;
        }
        const language = this.closest('[lang]')?.lang.split('-')[0];
        this.#language = LANGUAGES.includes(language) ? language : 'ja';
        const root = this.attachShadow({mode: 'open'});
        root.adoptedStyleSheets = [STYLE];
        root.append(make('div', {lang: this.#language}, this.#told, this.#content));
        this.#present(false);
    }

    /** Until there is something to show, what the page itself says in the element stays. */
    async #present(byHand) {
        this.#content.replaceChildren(make('slot', {}));
        this.#say('loading');
        try {
            const shown = await ask(this.getAttribute('presentation'), isPresentation, {headers: this.#headers()});
            this.#show(shown, await this.#changesTo(shown.edition), byHand);
            this.#say();
        } catch (problem) {
            this.#fail(problem, 'nothing', 'retry', () => this.#present(true), byHand);
        }
    }

    /** Nothing where the page names no comparison or the backend has none; where it fails, that. */
    async #changesTo(edition) {
        if (!this.hasAttribute('comparison')) return [];
        const address = new URL(this.getAttribute('comparison'), document.baseURI);
        address.searchParams.set('edition', edition);
        try {
            const rows = (await ask(address, isComparison, {headers: this.#headers()}))?.rows ?? [];
            return this.#changes(rows.filter(row => row.remark !== 'ELIDED' || row.new !== row.old));
        } catch {
            return [make('p', {}, this.#word('unknown'))];
        }
    }

    #changes(rows) {
        const side = (word, segments, mark, change) => segments?.length ? [make('div', {},
            make('span', {class: 'fine'}, this.#word(word)),
            make('p', this.#quoted(),
                segments.map(part => part.change === change ? make(mark, {}, part.text) : part.text)))] : [];
        return rows.length ? [
            make('h3', {}, this.#word('changes')),
            make('ol', {class: 'changes'}, rows.map(row => make('li', {},
                make('strong', {}, this.#word(row.remark)),
                make('div', {class: 'sides'},
                    side('now', row.newSegments, 'ins', 'INSERTED'),
                    side('before', row.oldSegments, 'del', 'DELETED')))))
        ] : [];
    }

    #show(shown, changes, byHand) {
        const voluntary = shown.purposes.filter(purpose => purpose.mode === 'VOLUNTARY');
        const others = shown.purposes.filter(purpose => purpose.mode !== 'VOLUNTARY');
        const heading = make('h2', {tabindex: -1},
            this.#word('terms') + ' ', make('span', this.#quoted(), shown.label));
        // No form: a key pressed at a choice must accept nothing.
        const fields = make('fieldset', {class: 'answer'},
            this.#choices(voluntary, shown.decisionRequired),
            make('div', {class: 'buttons'}, [true, false].map(accepted => {
                const button = make('button', {type: 'button', part: 'answer'}, this.#word(accepted ? 'accept' : 'refuse'));
                button.addEventListener('click', () => {
                    const act = {presentation: shown.token, channel: 'WEB', actor: {kind: 'SELF'}};
                    const chosen = Array.from(fields.querySelectorAll(':checked'), choice => [choice.name, choice.value]);
                    this.#send(fields, accepted, newKey(), JSON.stringify(
                        accepted ? {...act, decisions: Object.fromEntries(chosen)} : act));
                });
                return button;
            })));
        this.#content.replaceChildren(
            heading,
            ...changes,
            make('h3', {}, this.#word('text')),
            make('div', {class: 'paper', part: 'text', role: 'region', tabindex: 0, 'aria-label': this.#word('text'),
                ...this.#quoted()}, shown.text),
            ...(others.length ? [make('h3', {}, this.#word('together')),
                make('ul', {}, others.map(purpose => make('li', {}, this.#purpose(purpose))))] : []),
            fields);
        if (byHand) heading.focus();
    }

    #choices(purposes, required) {
        const choice = (purpose, value, word) => make('label', {},
            make('input', {type: 'radio', name: purpose.purposeId, value}), this.#word(word));
        return purposes.length ? [
            make('h3', {}, this.#word('choices')),
            make('p', {}, this.#word(required ? 'hintBoth' : 'hint')),
            purposes.map(purpose => make('fieldset', {},
                make('legend', {}, this.#purpose(purpose),
                    required ? make('strong', {}, this.#word('required')) : []),
                choice(purpose, 'GIVEN', 'given'),
                choice(purpose, 'REFUSED', 'refused')))
        ].flat() : [];
    }

    #purpose({title, provision, dataItems, thirdParties}) {
        const fine = (...content) => make('span', {class: 'fine'}, ...content);
        const quoted = text => make('span', this.#quoted(), text);
        return [
            quoted(title),
            fine(quoted(provision)),
            dataItems?.length ? fine(this.#word('dataItems'), quoted(dataItems.join(', '))) : [],
            thirdParties ? fine(this.#word('thirdParties')) : []
        ].flat();
    }

    /** While it is unknown whether it was recorded, only the same can be sent again, key and all. */
    async #send(fields, accepted, key, body) {
        fields.disabled = true;
        this.#content.querySelector('.problem')?.remove();
        this.#say('sending');
        let record;
        try {
            record = await ask(this.getAttribute(accepted ? 'acceptance' : 'refusal'), isRecord, {
                method: 'POST',
                headers: {...this.#headers(), 'Content-Type': 'application/json', 'Idempotency-Key': key},
                body
            });
        } catch (problem) {
            fields.disabled = !problem.isCertain;
            if (problem.isCertain) {
                this.#fail(problem, 'nothing', 'again', () => this.#present(true), true);
            } else {
                this.#fail(problem, 'once', 'retry', () => this.#send(fields, accepted, key, body), true);
            }
            return;
        }
        this.#say();
        this.#thank(accepted, record);
    }

    #thank(accepted, record) {
        const heading = make('h2', {tabindex: -1}, this.#word(accepted ? 'accepted' : 'refusal'));
        this.#content.replaceChildren(
            heading,
            make('p', {}, this.#word('record'), make('code', {}, record.recordId)),
            make('p', {}, record.receipt
                ? make('a', {class: 'button', part: 'receipt', download: `receipt-${record.recordId}.txt`,
                    href: URL.createObjectURL(new Blob([record.receipt], {type: 'text/plain'}))}, this.#word('receipt'))
                : this.#word('later')));
        heading.focus();
        this.#tell(accepted ? 'consent-accepted' : 'consent-refused', record);
    }

    #fail(problem, outcome, word, next, byHand) {
        const button = make('button', {type: 'button'}, this.#word(word));
        button.addEventListener('click', next);
        const box = make('div', {class: 'problem', role: 'alert', tabindex: -1},
            make('p', {}, make('strong', {}, problem.title ?? this.#word('noAnswer'))),
            make('p', {}, problem.code ? problem.detail ?? '' : this.#word('connection')),
            make('p', {}, this.#word(outcome)),
            button);
        this.#say();
        this.#content.append(box);
        if (byHand) box.focus();
        this.#tell('consent-failed', {code: problem.message, status: problem.status, title: problem.title});
    }

    #word(key) {
        return WORDS[key]?.[LANGUAGES.indexOf(this.#language)] ?? key;
    }

    #quoted() {
        return {lang: this.getAttribute('terms-lang')};
    }

    #headers() {
        const token = this.getAttribute('csrf-token');
        return {'Accept-Language': this.#language, ...(token ? {'X-CSRF-TOKEN': token} : {})};
    }

    #say(key) {
        this.#told.textContent = key ? this.#word(key) : '';
    }

    #tell(name, detail) {
        this.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
    }
}

if (!customElements.get('consent-terms')) customElements.define('consent-terms', ConsentTerms);
