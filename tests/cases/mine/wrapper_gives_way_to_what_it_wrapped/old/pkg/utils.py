def export(model, opset=9):
    pass
