-- Closes a trip and frees its packages. KEYS: epoch, fence, packages, trips. ARGV: epoch, least fence, trip, package...
-- A package that another trip carries, or that has ended, is left alone.
local fence, refusal = ready(KEYS, ARGV)
if not fence then
  return redis.error_reply(refusal)
end
redis.call('HSET', KEYS[4], ARGV[3], '!')
for i = 4, #ARGV do
  local state = redis.call('HGET', KEYS[3], ARGV[i])
  if state and string.match(state, '(%S+) ') == ARGV[3] then
    redis.call('HDEL', KEYS[3], ARGV[i])
  end
end
return #ARGV - 3
