#!/usr/bin/env bash
# The walk-through as a script: every request of docs/WALKTHROUGH.md, each answer checked. Run it against a product that
# was started with --demo:   docs/walkthrough.sh [URL [DIR]]
set -euo pipefail

url=${1:-http://127.0.0.1:8080}
credentials=${2:-data}/credentials.json
api=$url/api/v1
customer=walk-$(date +%s)-$$
headers=$(mktemp)
trap 'rm -f "$headers"' EXIT

say() { printf '\n## %s\n' "$*"; }

# Prints the answer, and fails unless the jq condition in $1 holds.
expect() {
    local answer
    answer=$(cat)
    jq . <<<"$answer"
    jq -e "$1" <<<"$answer" >/dev/null || { printf 'unexpected: not %s\n' "$1" >&2; exit 1; }
}

# A token for the client $1, from the issuer that the product brings along.
token() {
    curl -sS --fail-with-body -u "$1:$(jq -r ".clients.$1.secret" "$credentials")" -d grant_type=client_credentials \
        "$url/oauth2/token" | jq -r .access_token
}
support=$(token support)
signup=$(token signup)
legal=$(token legal)

get() { curl -sS --fail-with-body -H "Authorization: Bearer $support" -H 'Accept-Language: en' "$@"; }
post() {
    curl -sS -D "$headers" -H "Authorization: Bearer ${as:-$signup}" -H 'Content-Type: application/json' \
        -H 'Accept-Language: en' "$@"
}

say "1. Which edition is in force? The 13th, from the first instant of 2020-02-21 in Tokyo."
get "$api/terms/desknets-cloud/in-force?at=2020-02-20T14:59:59Z" | expect '.number == 12'
get "$api/terms/desknets-cloud/in-force?at=2020-02-20T15:00:00Z" | expect '.number == 13'

say "2. Support asks for a customer who accepted the 12th edition: one second before, and from that instant on."
get "$api/customers/demo-2019/standing?termsId=desknets-cloud&at=2020-02-20T14:59:59Z" |
    jq '{edition, binding, because}' | expect '.edition.number == 12 and .binding.mode == "ACCEPTED"'
get "$api/customers/demo-2019/standing?termsId=desknets-cloud&at=2020-02-20T15:00:00Z" |
    jq '{edition, binding, because}' | expect '.edition.number == 13 and .binding.mode == "NOTICE"'

say "3. Somebody who never accepted anything is no error."
get "$api/customers/$customer/standing?termsId=desknets-cloud" |
    jq '{edition, binding, due}' | expect '.edition == null and .binding.mode == "NONE"'

say "4. The sign-up flow records an acceptance. The key makes it safe to send again."
digest=$(get "$api/terms/desknets-cloud/editions/13" | jq -r .digest)
body=$(jq -n --arg digest "$digest" '{termsId: "desknets-cloud", edition: 13, digest: $digest, channel: "WEB",
    actor: {kind: "SELF"}, decisions: {"further-consent": "REFUSED"}}')
record=$(post -H "Idempotency-Key: $customer" "$api/customers/$customer/acceptances" -d "$body")
expect '.edition == 13 and .position >= 0' <<<"$record"
position=$(tr -d '\r' <"$headers" | sed -n 's/^[Ll]edger-[Pp]osition: //p')
again=$(post -H "Idempotency-Key: $customer" "$api/customers/$customer/acceptances" -d "$body")
[[ $(jq -c 'del(.receipt)' <<<"$again") == $(jq -c 'del(.receipt)' <<<"$record") ]]
grep -qi '^Idempotent-Replay: true' "$headers"

say "5. It reads its own write."
get -H "Ledger-Position: $position" "$api/customers/$customer/standing?termsId=desknets-cloud" |
    jq '{edition, binding, purposes: [.purposes[] | {purposeId, state, basis}], restsOn, ledgerSize}' |
    expect '.binding.mode == "ACCEPTED" and any(.purposes[]; .purposeId == "further-consent" and .state == "REFUSED")'

say "6. Late knowledge: an acceptance of 2019, entered today, changes what is known now and nothing that was known before."
late=$customer-late
before=$(get "$api/customers/$late/standing?termsId=desknets-cloud&at=2019-09-01T00:00:00Z" | jq .ledgerSize)
digest12=$(get "$api/terms/desknets-cloud/editions/12" | jq -r .digest)
post -H "Idempotency-Key: $late" "$api/customers/$late/acceptances" -d "$(jq -n --arg digest "$digest12" '{
    termsId: "desknets-cloud", edition: 12, digest: $digest, expressedAt: "2019-08-01T10:00:00+09:00", channel: "LETTER",
    actor: {kind: "SELF"}, source: {kind: "PAPER", reference: "folder-7", datePrecision: "INSTANT"}}')" |
    expect '.edition == 12'
get "$api/customers/$late/standing?termsId=desknets-cloud&at=2019-09-01T00:00:00Z" |
    jq '{edition, binding}' | expect '.edition.number == 12'
get "$api/customers/$late/standing?termsId=desknets-cloud&at=2019-09-01T00:00:00Z&knownAt=position:$before" |
    jq '{edition, binding}' | expect '.edition == null'

say "7. No is part of the product: a text that was not the published one, and a second use of a key."
post -H "Idempotency-Key: $customer-2" "$api/customers/$customer/acceptances" \
    -d "$(jq '.digest = "sha256:" + ("0" * 64)' <<<"$body")" | expect '.code == "SHOWN_TEXT_DIFFERS" and .status == 409'
post -H "Idempotency-Key: $customer" "$api/customers/$customer/acceptances" \
    -d "$(jq '.channel = "APP"' <<<"$body")" | expect '.code == "IDEMPOTENCY_KEY_REUSED"'

say "8. What an edition says: its provisions, what is odd about them, and whom it binds."
get "$api/terms/desknets-cloud/editions/13" |
    jq '{warnings, effect, provisions: [.provisions[] | {path, identity}], purpose: .purposes[2]}' |
    expect '[.warnings[].code] == ["NUMBER_TWICE", "NEAR_DUPLICATE"] and .effect[0].code == "BOUND_BY_NOTICE"
        and .purpose.path == "art:32/para:2/item:3" and .purpose.identity.edition == 12'

say "9. What was shown is what is recorded: the token of a presentation stands for the edition."
token=$(post "$api/terms/desknets-cloud/presentations" -d '{}' | jq -r .token)
shown=$(jq -n --arg token "$token" '{presentation: $token, channel: "WEB", actor: {kind: "SELF"}}')
post -H "Idempotency-Key: $customer-shown" "$api/customers/$customer-shown/acceptances" -d "$shown" |
    expect '.edition == 13'
post -H "Idempotency-Key: $customer-changed" "$api/customers/$customer-shown/acceptances" \
    -d "$(jq '.presentation |= "x" + .' <<<"$shown")" | expect '.code == "PRESENTATION_INVALID"'

say "10. A consent is given and withdrawn; for the time before it stays given."
get "$api/customers/demo-consent/standing?termsId=desknets-cloud&at=2019-12-01T00:00:00Z" |
    jq '[.purposes[] | {purposeId, state, recordedAs}]' |
    expect 'any(.[]; .purposeId == "further-consent" and .state == "CONSENTED" and .recordedAs == ["IMPORTED"])'
get "$api/customers/demo-consent/standing?termsId=desknets-cloud&at=2020-02-01T00:00:00Z" |
    jq '[.purposes[] | {purposeId, state}]' |
    expect 'any(.[]; .purposeId == "further-consent" and .state == "WITHDRAWN")
        and all(.[] | select(.purposeId != "further-consent"); .state | IN("CONSENTED", "REQUIRED_BY_LAW"))'
post -H "Idempotency-Key: $customer-3" "$api/customers/$customer/consents" -d '{"termsId": "desknets-cloud",
    "purposeId": "service-operation", "decision": "WITHDRAWN", "channel": "WEB"}' |
    expect '.code == "PURPOSE_NOT_VOLUNTARY"'

say "11. Leaving, and coming back."
get "$api/customers/demo-left/standing?termsId=desknets-cloud&at=2020-03-01T00:00:00Z" |
    jq '{edition, binding, purposes: [.purposes[] | {purposeId, state}], due, because}' |
    expect '.binding.mode == "ENDED" and any(.purposes[]; .purposeId == "leaving" and .state == "CONSENTED")'
get "$api/customers/demo-back/standing?termsId=desknets-cloud&at=2020-02-21T00:00:00Z" |
    jq '{edition, binding}' | expect '.binding.mode == "ENDED" and .edition.number == 12'
get "$api/customers/demo-back/standing?termsId=desknets-cloud&at=2020-03-11T00:00:00Z" |
    jq '{edition, binding}' | expect '.binding.mode == "ACCEPTED" and .edition.number == 13'
post -H "Idempotency-Key: $customer-4" "$api/customers/demo-left/departure" -d '{}' | expect '.code == "CUSTOMER_LEFT"'

say "12. A mistake: an annulled record never counts from now on, and still does as known before."
wrong=$(post -H "Idempotency-Key: $customer-wrong" "$api/customers/$customer-wrong/acceptances" -d "$body")
size=$(($(jq .position <<<"$wrong") + 1))
as=$legal post -H "Idempotency-Key: $customer-5" "$api/customers/$customer-wrong/annulments" \
    -d "$(jq '{recordId, reason: "another customer"}' <<<"$wrong")" | expect '.position != null and .edition == null'
annulled=$(tr -d '\r' <"$headers" | sed -n 's/^[Ll]edger-[Pp]osition: //p')
get -H "Ledger-Position: $annulled" "$api/customers/$customer-wrong/standing?termsId=desknets-cloud" |
    jq '{edition, binding}' | expect '.binding.mode == "NONE"'
get "$api/customers/$customer-wrong/standing?termsId=desknets-cloud&knownAt=position:$size" |
    jq '{edition, binding}' | expect '.binding.mode == "ACCEPTED"'

say "13. May we use these data for this purpose? While the consent stood, and after it was withdrawn."
get "$api/customers/demo-consent/permissions/further-consent?termsId=desknets-cloud&at=2019-12-01T00:00:00Z" |
    jq '{permitted, state, basis, since}' | expect '.permitted and .basis == "DECISION"'
get "$api/customers/demo-consent/permissions/further-consent?termsId=desknets-cloud&at=2020-02-01T00:00:00Z" |
    jq '{permitted, state, since, because: .because[-1].text}' | expect '.permitted == false and .state == "WITHDRAWN"'

say "14. In a dispute: the history, the answer computed from the ledger itself, and one archive for the court."
lawyer() { curl -sS --fail-with-body -H "Authorization: Bearer $legal" -H 'Access-Reason: claim 2020-17' "$@"; }
lawyer "$api/customers/demo-consent/history?termsId=desknets-cloud" |
    jq '[.items[] | {kind, decision, expressedAt}]' | expect 'map(.decision) == [null, "GIVEN", "WITHDRAWN"]'
lawyer -H 'Content-Type: application/json' "$api/replays" \
    -d '{"customerId": "demo-consent", "termsId": "desknets-cloud", "at": "2020-02-01T00:00:00Z"}' |
    jq '{verified: .verification.verified, agrees, steps: (.steps | length)}' | expect '.verified and .agrees'
dossier=$(mktemp)
lawyer -o "$dossier" "$api/customers/demo-consent/dossier?termsId=desknets-cloud&at=2020-02-01T00:00:00Z"
unzip -Z1 "$dossier" | grep -x report.pdf
rm -f "$dossier"

say "15. Who looked at these data, and why?"
lawyer "$api/customers/demo-consent/accesses" | jq '[.items[] | {question, client, reason}]' |
    expect 'any(.question == "DOSSIER" and .reason == "claim 2020-17") and any(.question == "PERMISSION" and .client == "support")'
