-- Ends packages whose deadline passed, but for those that a trip carries. KEYS: epoch, fence, packages, trips. ARGV: epoch, least fence, package...
-- Answers per package what is stored of it now: its claim, or '!' when it has ended.
local fence, refusal = ready(KEYS, ARGV)
if not fence then
  return redis.error_reply(refusal)
end
local answers = {}
for i = 3, #ARGV do
  local state = redis.call('HGET', KEYS[3], ARGV[i])
  if not state then
    state = '!'
    redis.call('HSET', KEYS[3], ARGV[i], state)
  end
  answers[i - 2] = state
end
return answers
