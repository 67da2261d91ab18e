-- Ends packages for good. KEYS: epoch, fence, packages, trips. ARGV: epoch, least fence, package...
-- A package that a trip carries leaves it; one that has ended stays ended.
local fence, refusal = ready(KEYS, ARGV)
if not fence then
  return redis.error_reply(refusal)
end
for i = 3, #ARGV do
  local state = redis.call('HGET', KEYS[3], ARGV[i])
  if state ~= '!' then
    if state then
      leave(KEYS[4], state)
    end
    redis.call('HSET', KEYS[3], ARGV[i], '!')
  end
end
return #ARGV - 2
